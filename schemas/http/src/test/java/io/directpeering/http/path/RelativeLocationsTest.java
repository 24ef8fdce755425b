package io.directpeering.http.path;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelativeLocationsTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081/peerings/1,/peerings/1",
        "http://127.0.0.1:8081/peerings?after=a%20b,/peerings?after=a%20b",
        "/peerings/1,/peerings/1",
        "https://elsewhere.example/peerings/1,https://elsewhere.example/peerings/1",
    })
    void tellsNoHostOfOurs(String location, String told) {
        // When
        var relative = RelativeLocations.relative(URI.create(location), URI.create("http://127.0.0.1:8081/"));

        // Then
        assertThat(relative).isEqualTo(told);
    }
}
