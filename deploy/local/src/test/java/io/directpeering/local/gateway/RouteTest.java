package io.directpeering.local.gateway;

import io.directpeering.local.layout.Port;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/peer-asns, REQUEST_SERVICE",
        "/peer-asns/65001, REQUEST_SERVICE",
        "/peerings, REQUEST_SERVICE",
        "/peerings/, REQUEST_SERVICE",
        "/peerings/1/connections/2, REQUEST_SERVICE",
        "/peerings/1/connections/2/retry, REQUEST_SERVICE",
        "/peerings/1/information, REQUEST_SERVICE",
        "/peerings/abort, REQUEST_SERVICE",
        "/peerings/1/connections/abort, REQUEST_SERVICE",
        "/peerings/1/connections/2/link-tests, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/wiring-completed, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/abort, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/aborted, REQUEST_SERVICE",
        "/connections/2/work, PROVISIONING_SERVICE",
        "/peerings/1/sessions, REQUEST_SERVICE",
        "/peerings/1/maintenances, PROVISIONING_SERVICE",
        "/peerings/1/maintenances/2/complete, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/loa, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/loa/reissue, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/loa/revoke, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/cease-letter, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/letters, PROVISIONING_SERVICE",
        "/peerings/1/connections/2/loans, REQUEST_SERVICE",
        "/verify/K7QM-3XWP-9FHT-C4NR-V6DY, PROVISIONING_SERVICE",
        "/catalogue, PROVISIONING_SERVICE",
        "/prefix-lists/64496000/versions, PROVISIONING_SERVICE",
        "/simulator/connections/2/faults, PROVISIONING_SERVICE",
        "/reviews, APPROVAL_SERVICE",
        "/reviews/1/approve, APPROVAL_SERVICE",
        "/deliveries, NOTIFICATION_SERVICE"
    })
    void everyAddressHasOneService(String path, Port service) {
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
