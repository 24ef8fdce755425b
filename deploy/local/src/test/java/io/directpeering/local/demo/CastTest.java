package io.directpeering.local.demo;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CastTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1_795_000_000_000L, 3_998_999_999L, 3_999_000_000L, Long.MAX_VALUE})
    void everyRunHasAPublicAsn(long epochMilli) {
        // When
        var cast = Cast.at(Instant.ofEpochMilli(epochMilli));

        // Then
        assertThat(cast.asn()).isBetween(131_072L, 4_199_999_999L);
        assertThat(cast.peeringName()).matches("[A-Za-z0-9_.-]{1,63}");
    }

    @Test
    void twoRunsAreTwoPeers() {
        // Given
        var now = Instant.parse("2026-11-22T10:15:30Z");

        // When
        var next = Cast.at(now.plusMillis(1));

        // Then
        assertThat(next.asn()).isNotEqualTo(Cast.at(now).asn());
    }
}
