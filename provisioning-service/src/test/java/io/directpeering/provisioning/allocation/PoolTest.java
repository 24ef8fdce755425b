package io.directpeering.provisioning.allocation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PoolTest {

    @Test
    void givesTheLowestFirst() {
        assertThat(new Pool(List.of("198.51.100.0/24")).lowestFree(List.of()))
                .hasValueSatisfying(net -> assertThat(net.prefix()).isEqualTo("198.51.100.0/31"));
    }

    @Test
    void fillsGaps() {
        // Given
        var taken = List.of("198.51.100.0/31", "198.51.100.4/31");

        // When
        var free = new Pool(List.of("198.51.100.0/24")).lowestFree(taken);

        // Then
        assertThat(free).hasValueSatisfying(net -> assertThat(net.prefix()).isEqualTo("198.51.100.2/31"));
    }

    @Test
    void stepsOverWiderPrefixesThatAPeerBrought() {
        assertThat(new Pool(List.of("198.51.100.0/24")).lowestFree(List.of("198.51.100.0/30")))
                .hasValueSatisfying(net -> assertThat(net.prefix()).isEqualTo("198.51.100.4/31"));
    }

    @Test
    void goesOnInTheNextPrefix() {
        assertThat(new Pool(List.of("198.51.100.0/31", "203.0.113.0/24")).lowestFree(List.of("198.51.100.0/31")))
                .hasValueSatisfying(net -> assertThat(net.prefix()).isEqualTo("203.0.113.0/31"));
    }

    @Test
    void isEmptyWhenAllIsTaken() {
        assertThat(new Pool(List.of("198.51.100.0/31")).lowestFree(List.of("198.51.100.0/31")))
                .isEmpty();
    }

    @Test
    void findsItsWayInALargePool() {
        assertThat(new Pool(List.of("2001:db8:ffff::/64")).lowestFree(List.of("2001:db8:ffff::/127")))
                .hasValueSatisfying(net -> assertThat(net.prefix()).isEqualTo("2001:db8:ffff::2/127"));
    }
}
