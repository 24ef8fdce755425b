package io.directpeering.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/// A consumer that knows nothing of this project: Avro, and the registry's Confluent-compatible API.
final class Stranger {

    private static final int HEADER_BYTES = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final String confluentUrl;

    Stranger(String confluentUrl) {
        this.confluentUrl = confluentUrl;
    }

    GenericRecord decode(byte[] bytes) {
        var header = ByteBuffer.wrap(bytes);
        if (header.get() != 0) {
            throw new IllegalArgumentException("no Confluent wire format: the first byte is " + bytes[0]);
        }
        var schema = schemas.computeIfAbsent(header.getInt(), this::fetch);
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
            return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema fetch(int id) {
        try {
            var request = HttpRequest.newBuilder(URI.create(confluentUrl + "/schemas/ids/" + id))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return new Schema.Parser()
                    .parse(new ObjectMapper()
                            .readTree(answer.body())
                            .at("/schema")
                            .asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
