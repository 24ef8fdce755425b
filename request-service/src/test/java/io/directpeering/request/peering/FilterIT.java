package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.directpeering.backends.Bearer;
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
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@OnRealParts
class FilterIT {

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void findsByConnectionsAndByWhatTheyAreTogether() {
        // Given
        var asn = registeredPeer();
        var one = requested(peering(asn, "one", connection()));
        var other = requested(peering(asn, "other", connection(Map.of("peeringDBFacilityId", 60))));
        Door.as("anna").delete("/peerings/" + other).then().statusCode(200);

        // When
        var at58 = list("peerAsn=" + asn + "&facility=58");
        var removedAt60 = list("peerAsn=" + asn + "&facility=60&connectionState=Removed");
        var removedAt58 = list("peerAsn=" + asn + "&facility=58&connectionState=Removed");
        var inTime = list("peerAsn=" + asn + "&overdue=false&redundant=false");
        var overdue = list("peerAsn=" + asn + "&overdue=true");

        // Then
        assertThat(ids(at58)).containsExactly(one);
        assertThat(ids(removedAt60)).containsExactly(other);
        assertThat(ids(removedAt58)).isEmpty();
        assertThat(ids(inTime)).containsExactly(other, one);
        assertThat(ids(overdue)).isEmpty();
    }

    @Test
    void countsWhatTheListShows() {
        // Given
        var asn = registeredPeer();
        var gone = requested(peering(asn, "gone", connection(Map.of("peeringDBFacilityId", 60))));
        Door.as("anna").delete("/peerings/" + gone).then().statusCode(200);
        requested(peering(asn, "two", connection(), connection(Map.of("peeringDBFacilityId", 60))));

        // When
        var byState = counts("by=state&peerAsn=" + asn);
        var byConnection = counts("by=connectionState,facility&peerAsn=" + asn);
        var all = counts("peerAsn=" + asn);

        // Then
        byState.then()
                .body("by", contains("state"))
                .body("groups.find { it.of.state == 'PendingApproval' }.peerings", is(1))
                .body("groups.find { it.of.state == 'PendingApproval' }.connections", is(2))
                .body("groups.find { it.of.state == 'Removed' }.peerings", is(1));
        byConnection
                .then()
                .body("groups.size()", is(3))
                .body("groups.peerings", everyItem(is(1)))
                .body("groups.of", hasItem(Map.of("connectionState", "Removed", "facility", "60")));
        all.then()
                .body("groups.size()", is(1))
                .body("groups[0].peerings", is(2))
                .body("groups[0].connections", is(3));
    }

    @Test
    void saysHowRecentItIs() {
        // Given
        var before = Instant.now();
        var asn = registeredPeer();
        var id = requested(peering(asn, "fresh", connection()));

        // When
        var listed = list("peerAsn=" + asn);
        var read = Door.as("anna").get("/peerings/" + id);

        // Then
        assertThat(Instant.parse(listed.path("freshness.readUpTo"))).isBetween(before.minusSeconds(30), Instant.now());
        listed.then().body("freshness.standby", is(false));
        assertThat(read.header("Peering-Freshness")).matches("read-up-to=[^;]+Z; records-behind=[0-9]+; standby=false");
    }

    @Test
    void countsNothingOfOthers() {
        // Given
        var mine = registeredPeer();
        var others = registeredPeer();
        requested(peering(mine, "mine", connection()));
        requested(peering(others, "theirs", connection()));
        var peer = Bearer.peer("noc@peer.example", mine);

        // When
        var all = given().header(Bearer.HEADER, peer).get("/peerings/counts?by=peerAsn");
        var theirs = given().header(Bearer.HEADER, peer).get("/peerings/counts?by=state&peerAsn=" + others);
        var list = given().header(Bearer.HEADER, peer).get("/peerings?limit=200");
        var hopped = given().header(Bearer.HEADER, peer)
                .header("X-Peering-Hop", "held")
                .get("/peerings/counts?by=peerAsn");

        // Then
        all.then().statusCode(200).body("groups.of.peerAsn", contains(String.valueOf(mine)));
        theirs.then().statusCode(200).body("groups.size()", is(0));
        list.then().statusCode(200).body("items.peerAsn", everyItem(is((int) mine)));
        hopped.then().statusCode(200).body("part.counts.values.flatten()", everyItem(is(String.valueOf(mine))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=active",
                "state=Unknown",
                "connectionState=Degraded",
                "facility=0",
                "facility=-1",
                "facility=10000000000",
                "facility=x",
                "overdue=yes",
                "redundant=1",
                "peerAsn=0",
                "peerAsn=4294967296",
                "peeringLocation=%00",
                "state=",
                "connectionState=",
                "facility=",
                "overdue=",
                "redundant",
                "peerAsn=",
                "peeringLocation=",
                "sort=name",
                "asOff=2026-01-01T00:00:00Z",
                "X-Peering-Hop=copy"
            })
    void refusesWhatIsNoFilter(String query) {
        var field = query.replaceAll("=.*", "");
        for (var path : List.of("/peerings?", "/peerings/counts?by=state&")) {
            // When
            var answer = Door.as("anna").urlEncodingEnabled(false).get(path + query);

            // Then
            answer.then()
                    .statusCode(400)
                    .contentType(containsString("problem+json"))
                    .body("errors.field", contains(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"State", "state,", "state,state", "name", "state,,facility", "state%00"})
    void refusesToCountByWhatThereIsNot(String by) {
        // When
        var answer = Door.as("anna").urlEncodingEnabled(false).get("/peerings/counts?by=" + by);

        // Then
        answer.then()
                .statusCode(400)
                .body("errors.field", contains("by"))
                .body("errors[0].message", containsString("connectionState"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "copy 0", "copy 99999", "copy 0 0", "copy x", "held", "1", "copy -1"})
    void isAskedAsByAnotherInstanceInVain(String mark) {
        // When
        var answer = Door.as("anna").header("X-Peering-Hop", mark).get("/peerings");

        // Then
        assertThat(answer.statusCode()).isIn(200, 503);
    }

    private static Response list(String query) {
        var answer = Door.as("anna").get("/peerings?" + query);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response counts(String query) {
        var answer = Door.as("anna").get("/peerings/counts?" + query);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<String> ids(Response list) {
        return list.path("items.peeringId");
    }
}
