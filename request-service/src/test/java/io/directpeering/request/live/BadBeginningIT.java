package io.directpeering.request.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import io.directpeering.backends.Backends;
import io.directpeering.backends.Bearer;
import io.directpeering.local.issuer.Person;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnRealParts
class BadBeginningIT {

    @Inject
    OpenStreams open;

    @ParameterizedTest
    @ValueSource(strings = {"1", "AAAA", "not base64!", "-1", "AQQEAAAAAAAAAAAAAAAA", "%00", "0:17", "ü"})
    void aLastEventIdThatIsNoneIsRefusedWithTheWayOut(String id) {
        asks().header("Last-Event-ID", id)
                .get("/peerings/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("Last-Event-ID"))
                .body("errors[0].message", containsString("from=beginning"));
    }

    @Test
    void aTamperedOrCutOffLastEventIdIsRefused() {
        // Given
        String id;
        try (var listener = Listener.opened(Bearer.operator("olga"), "", null)) {
            id = listener.lastId();
        }
        var middle = id.length() / 2;
        var other = id.charAt(middle) == 'A' ? 'B' : 'A';

        for (var wrong : new String[] {
            id.substring(1),
            id.substring(0, id.length() - 2),
            id + "A",
            id.substring(0, middle) + other + id.substring(middle + 1)
        }) {
            // When
            var answer = asks().header("Last-Event-ID", wrong).get("/peerings/stream");

            // Then
            answer.then().statusCode(400).body("errors[0].field", equalTo("Last-Event-ID"));
        }
    }

    @Test
    void aPositionBehindTheEndOfTheLogIsRefused() {
        // Given
        var slots = Slots.of(1, 1);
        var beyond = Position.of(slots, _ -> 1_000_000_000_000L).text();

        // When
        var answer = asks().header("Last-Event-ID", beyond).get("/peerings/stream");

        // Then
        answer.then().statusCode(400).body("errors[0].message", containsString("behind the end"));
    }

    @Test
    void whatIsUnknownIsRefusedByName() {
        for (var empty : List.of("from", "since", "peeringId", "state", "peerAsn")) {
            asks().get("/peerings/stream?" + empty + "=")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(empty))
                    .body("errors[0].message", containsString("empty"));
        }
        for (var wrong : Map.of(
                        "asOf=2026-01-01T00:00:00Z",
                        "asOf",
                        "from=end",
                        "from",
                        "since=yesterday",
                        "since",
                        "since=" + Instant.now().plus(Duration.ofDays(1)),
                        "since",
                        "from=beginning&since=2026-01-01T00:00:00Z",
                        "since",
                        "state=Gone",
                        "state",
                        "peerAsn=0",
                        "peerAsn",
                        "peerAsn=x",
                        "peerAsn",
                        "peeringId=17",
                        "peeringId")
                .entrySet()) {
            // When
            var answer = asks().get("/peerings/stream?" + wrong.getKey());

            // Then
            answer.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].field", equalTo(wrong.getValue()));
        }
        assertThat(open.count()).isZero();
    }

    @Test
    void strangersHearNothing() {
        given().accept("text/event-stream").get("/peerings/stream").then().statusCode(401);
        given().header(Bearer.HEADER, Bearer.of(new Person("nobody", Set.of(), Set.of())))
                .accept("text/event-stream")
                .get("/peerings/stream")
                .then()
                .statusCode(403);
    }

    @Test
    void endsWithItsToken() {
        // Given
        var token = "Bearer " + Backends.shared().tokens().of(Person.operator("otto"), Duration.ofSeconds(6));

        // When
        var listener = Listener.opened(token, "?peeringId=" + UUID.randomUUID(), null);

        // Then
        await().until(listener::hasEnded);
        assertThat(listener.lastId()).isNotEmpty();
    }

    @Test
    void onePrincipalHasSoManyStreamsAndNoMore() {
        // Given
        var bearer = Bearer.operator("greedy");
        var listeners = IntStream.range(0, 50)
                .mapToObj(_ -> Listener.opened(bearer, "", null))
                .toList();

        // When
        var answer = given().header(Bearer.HEADER, bearer)
                .accept("text/event-stream")
                .get("/peerings/stream");

        // Then
        answer.then().statusCode(429).header("Retry-After", "30").body("detail", containsString("50 streams"));
        listeners.forEach(Listener::close);
        await().until(() -> open.count() == 0);
        Listener.opened(bearer, "", null).close();
    }

    private static RequestSpecification asks() {
        return Door.as("anna").accept("text/event-stream");
    }
}
