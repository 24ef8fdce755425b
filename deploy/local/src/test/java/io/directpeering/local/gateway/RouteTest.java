package io.directpeering.local.gateway;

import io.directpeering.local.layout.Services;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/peer-asns, REQUEST",
        "/peer-asns/65001, REQUEST",
        "/peerings, REQUEST",
        "/peerings/, REQUEST",
        "/peerings/1/connections/2, REQUEST",
        "/peerings/1/connections/2/retry, REQUEST",
        "/peerings/1/information, REQUEST",
        "/peerings/abort, REQUEST",
        "/peerings/1/connections/abort, REQUEST",
        "/peerings/1/connections/2/link-tests, PROVISIONING",
        "/peerings/1/connections/2/wiring-completed, PROVISIONING",
        "/peerings/1/connections/2/abort, PROVISIONING",
        "/peerings/1/connections/2/aborted, REQUEST",
        "/connections/2/work, PROVISIONING",
        "/peerings/1/sessions, REQUEST",
        "/peerings/1/maintenances, PROVISIONING",
        "/peerings/1/maintenances/2/complete, PROVISIONING",
        "/peerings/1/connections/2/loa, PROVISIONING",
        "/peerings/1/connections/2/loa/reissue, PROVISIONING",
        "/peerings/1/connections/2/loa/revoke, PROVISIONING",
        "/peerings/1/connections/2/cease-letter, PROVISIONING",
        "/peerings/1/connections/2/letters, PROVISIONING",
        "/peerings/1/connections/2/loans, REQUEST",
        "/verify/K7QM-3XWP-9FHT-C4NR-V6DY, PROVISIONING",
        "/catalogue, PROVISIONING",
        "/prefix-lists/64496000/versions, PROVISIONING",
        "/simulator/connections/2/faults, PROVISIONING",
        "/reviews, APPROVAL",
        "/reviews/1/approve, APPROVAL",
        "/deliveries, NOTIFICATION"
    })
    void everyAddressHasOneService(String path, Services service) {
        // When
        var route = Route.of(path);

        // Then
        assertThat(route).isEqualTo(new Route.To(service));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/q/health", "/q/metrics", "/reviewsx", "/connections/2", "/connections/2/other/3", "/x"})
    void whatIsNotOfferedIsUnknown(String path) {
        // When
        var route = Route.of(path);

        // Then
        assertThat(route).isEqualTo(new Route.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://elsewhere/peerings",
                "//peerings",
                "/peerings//1",
                "/peerings/1;x=y",
                "/reviews;/approve",
                "/peerings/%2e%2e/reviews",
                "/peerings/..%2freviews",
                "/peerings/../q/metrics",
                "/peerings/./1",
                "/peerings/..",
                "/%70eerings",
                "/peerings/1%3Bx",
                "/peerings\\..\\q",
                "/peerings/1%00",
                "/peerings/ü"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String path) {
        // When
        var route = Route.of(path);

        // Then
        assertThat(route).isEqualTo(new Route.Ambiguous());
    }
}
