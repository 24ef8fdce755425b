package io.directpeering.approval.policyfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PresencesTest {

    @Test
    void answerOfPeeringDbTellsWhereNetworksAre() throws IOException {
        // Given
        var netFac = """
                {"data": [
                  {"id": 1, "name": "Frankfurt", "city": "Frankfurt", "local_asn": 64500, "fac_id": 58, "status": "ok"},
                  {"local_asn": 64500, "fac_id": 60},
                  {"local_asn": 64501, "fac_id": 18}],
                 "meta": {"generated": 1}}
                """;

        // When
        var presences = read(netFac);

        // Then
        assertThat(presences.of(64500)).containsExactlyInAnyOrder(58, 60);
        assertThat(presences.of(64501)).containsExactly(18);
        assertThat(presences.of(64502)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"data\": [{\"local_asn\": 64500}]}",
                "{\"data\": [{\"local_asn\": \"x\", \"fac_id\": 1}]}"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    private static Presences read(String json) throws IOException {
        return Presences.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
