package io.directpeering.request.peering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@OnRealParts
class PagingIT {

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void leadsThroughTheWholeListWhateverComesMeanwhile() {
        // Given
        var asn = registeredPeer();
        var ids = new ArrayList<String>();
        for (var name : List.of("a", "b", "c", "d", "e")) {
            ids.addFirst(requested(peering(asn, name, connection())));
            Door.as("anna").delete("/peerings/" + ids.getFirst()).then().statusCode(200);
        }
        var first = get("/peerings?peerAsn=" + asn + "&limit=2&peeringLocation=Frankfurt&state=Removed");

        // When
        requested(peering(asn, "meanwhile", connection()));
        var second = get(next(first));
        var third = get(next(second));

        // Then
        assertThat(first.<List<String>>path("items.peeringId")).isEqualTo(ids.subList(0, 2));
        assertThat(second.<List<String>>path("items.peeringId")).isEqualTo(ids.subList(2, 4));
        assertThat(third.<List<String>>path("items.peeringId")).isEqualTo(ids.subList(4, 5));
        assertThat(third.header("Link")).isNull();
    }

    @Test
    void takesACursorOnlyUnderItsFilters() {
        // Given
        var asn = registeredPeer();
        requested(peering(asn, "a", connection()));
        requested(peering(asn, "b", connection(Map.of("peeringDBFacilityId", 60))));
        var next = next(get("/peerings?peerAsn=" + asn + "&limit=1"));

        // When
        var otherFilter =
                Door.as("anna").urlEncodingEnabled(false).get(next.replaceFirst("peerAsn=[0-9]+", "state=Active"));
        var tampered = Door.as("anna").urlEncodingEnabled(false).get(next.replaceFirst("after=...", "after=BBB"));

        // Then
        for (var answer : List.of(otherFilter, tampered)) {
            answer.then().statusCode(400).body("errors.field", contains("after"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=1000000000",
                "limit=x",
                "limit=%EF%BC%91",
                "after=x",
                "after=%00",
                "after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesWhatIsNoPage(String query) {
        // When
        var answer = Door.as("anna").urlEncodingEnabled(false).get("/peerings?" + query);

        // Then
        answer.then()
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("errors.field", contains(query.substring(0, query.indexOf('='))));
    }

    private static Response get(String path) {
        var answer = Door.as("anna").urlEncodingEnabled(false).get(path);
        answer.then().statusCode(200);
        return answer;
    }

    private static String next(Response page) {
        var link = page.header("Link");
        assertThat(link).matches("</peerings\\?.*>; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }
}
