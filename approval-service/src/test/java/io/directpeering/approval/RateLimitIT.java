package io.directpeering.approval;

import java.util.Map;
import java.util.stream.Stream;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// One caller cannot take the service from the others.
@QuarkusTest
@TestProfile(RateLimitIT.Narrow.class)
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class RateLimitIT {

    /// Three at once, then one every second.
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peering.rate-limit.per-second", "1", "peering.rate-limit.burst", "3");
        }
    }

    @Test
    void whoAsksTooMuchWaitsAndNobodyElseDoes() {
        // When
        var first = asks("greta");
        // However slow the machine: some of these come faster than one a second.
        var refused = Stream.generate(() -> asks("greta"))
                .limit(100)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        var modest = asks("moses");

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(refused.header("Retry-After")).matches("[1-9]");
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(modest.statusCode()).isEqualTo(200);
    }

    private static Response asks(String name) {
        return RestAssured.given().header(Bearer.HEADER, Bearer.operator(name)).get("/reviews");
    }
}
