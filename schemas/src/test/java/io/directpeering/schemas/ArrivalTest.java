package io.directpeering.schemas;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalTest {

    @ParameterizedTest
    @CsvSource({"0,1,NEXT", "0,2,GAP", "4,5,NEXT", "4,4,REPEAT", "4,1,REPEAT", "4,6,GAP"})
    void sequenceIsPlaced(long last, long sequence, Arrival expected) {
        // When
        var arrival = Arrival.of(last, sequence);

        // Then
        assertThat(arrival).isEqualTo(expected);
    }
}
