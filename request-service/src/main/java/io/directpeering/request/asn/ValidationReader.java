package io.directpeering.request.asn;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.WireFormat;
import io.vertx.core.VertxException;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Reads findings from the bytes on the wire, and tells what will never be one from what cannot be read now.
@Singleton
class ValidationReader {

    /// Classes of SQLSTATE that stay wrong however often it is tried: the data, a constraint, the statement.
    private static final List<String> LASTING = List.of("22", "23", "42");

    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();

    ValidationReader(@ConfigProperty(name = "peering.registry.url") String registryUrl) {
        deserializer.configure(WireFormat.settings(registryUrl), false);
    }

    /// @throws IllegalArgumentException it is no finding about this ASN
    /// @throws RuntimeException         it cannot be read; [#passes] tells whether that stays so
    PeerAsnValidated read(byte @Nullable [] key, byte @Nullable [] wire) {
        if (wire == null || !(deserialize(wire) instanceof PeerAsnValidated finding)) {
            throw new IllegalArgumentException("The record is no PeerAsnValidated");
        }
        var asn = Long.toString(finding.getMetadata().getPeerAsn());
        if (key == null || !asn.equals(new String(key, java.nio.charset.StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("The key is not AS number " + asn + ", which the finding is about");
        }
        return switch (finding.getValidationState()) {
            case Approved, Failed -> finding;
            case None, Pending, Unknown ->
                throw new IllegalArgumentException(ValidationState.class.getSimpleName() + " "
                        + finding.getValidationState() + " is no finding: Approved or Failed is");
        };
    }

    // One at a time: the deserializer's readers are not made for several threads.
    private synchronized @Nullable SpecificRecord deserialize(byte[] wire) {
        var thread = Thread.currentThread();
        var classesBefore = thread.getContextClassLoader();
        // Avro finds the records' classes through the thread; a worker thread may not know them.
        thread.setContextClassLoader(ValidationReader.class.getClassLoader());
        try {
            // The topic plays no part in reading: the bytes name their schema.
            return deserializer.deserialize("", wire);
        } finally {
            thread.setContextClassLoader(classesBefore);
        }
    }

    /// Whether a failure is one of the surroundings, so that the same record may be taken in later.
    static boolean passes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> switch (cause) {
                    case SQLException database -> passes(database.getSQLState());
                    case ApiException registry ->
                        registry.getResponseStatusCode() >= 500 || registry.getResponseStatusCode() == 429;
                    case EOFException _ -> false; // the record's bytes end too early
                    case IOException _, TimeoutException _, VertxException _ -> true;
                    default -> false;
                });
    }

    /// Null comes from the connection pool.
    private static boolean passes(@Nullable String sqlState) {
        return sqlState == null || LASTING.stream().noneMatch(sqlState::startsWith);
    }

    @PreDestroy
    void close() {
        deserializer.close();
    }
}
