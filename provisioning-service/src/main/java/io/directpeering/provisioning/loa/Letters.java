package io.directpeering.provisioning.loa;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.events.Demarcation;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.loa.Letter.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Issues letters, and notes when they have served.
@ApplicationScoped
public class Letters {

    /// Without those that people take for one another.
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int CODE_LENGTH = 12;

    private final SecureRandom random = new SecureRandom();
    private final Catalogue catalogue;
    private final EntityManager database;
    private final InstantSource clock;
    private final Duration validity;

    Letters(
            Catalogue catalogue,
            EntityManager database,
            InstantSource clock,
            @ConfigProperty(name = "peering.loa.valid-for", defaultValue = "60d") Duration validity) {
        this.catalogue = catalogue;
        this.database = database;
        this.clock = clock;
        this.validity = validity;
    }

    /// The connection's letter: the one that is out, if it still holds, else a new one.
    @Transactional(TxType.MANDATORY)
    public Letter issue(Connection connection, Demarcation demarcation) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Letter out = Letter.find("connectionId = ?1 and status = ?2", connection.connectionId, Status.ISSUED)
                .firstResult();
        if (out != null && out.statusAt(now) == Status.ISSUED) {
            return out;
        }
        if (out != null) {
            out.status = Status.EXPIRED;
            database.flush();
        }
        var letter = new Letter();
        letter.number = number(now);
        letter.connectionId = connection.connectionId;
        letter.peeringId = connection.peeringId;
        letter.issuedAt = now;
        letter.expiresAt = now.plus(validity);
        letter.verificationCode = code();
        letter.operatorName = catalogue.operator().name();
        letter.peerName = connection.peerName;
        letter.name(demarcation);
        letter.persist();
        return letter;
    }

    /// The cross-connect is there.
    @Transactional(TxType.MANDATORY)
    public void use(UUID connectionId) {
        end(connectionId, Status.USED);
    }

    /// The port is the peer's no longer.
    @Transactional(TxType.MANDATORY)
    public void revoke(UUID connectionId) {
        end(connectionId, Status.REVOKED);
    }

    private static void end(UUID connectionId, Status status) {
        Letter.update("status = ?1 where connectionId = ?2 and status = ?3", status, connectionId, Status.ISSUED);
    }

    private String number(Instant now) {
        var next = ((Number) database.createNativeQuery("SELECT nextval('letter_number')")
                        .getSingleResult())
                .longValue();
        return "LOA-%d-%06d".formatted(now.atOffset(ZoneOffset.UTC).getYear(), next);
    }

    private String code() {
        return random.ints(CODE_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
