package io.directpeering.request.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.local.issuer.Person;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@OnRealParts
class LiveIT {

    private static final String OPERATOR = Bearer.operator("olga");

    @Inject
    Storyteller storyteller;

    @Inject
    OpenStreams open;

    @BeforeEach
    void aJudgeThatWorks() {
        Door.awaitJudge();
    }

    @Test
    void tellsWhatHappensAndWhatIsRefused() {
        // Given
        var asn = Door.registeredPeer();
        try (var listener = Listener.opened(OPERATOR, "?peerAsn=" + asn, null)) {
            // When
            var id = Door.requested(peering(asn, "fra-1", connection()));
            var connection = Door.as("anna").get("/peerings/" + id).<String>path("connections[0].connectionId");
            Door.says(Map.of()).post("/peerings/" + id + "/connections/" + connection + "/retry");
            Door.as("anna").delete("/peerings/" + id);

            // Then
            await().until(() -> listener.heard().size() == 3);
            assertThat(listener.sequencesOf(id)).containsExactly(1L, 2L);
            assertThat(listener.of(id).map(Listener.Heard::event))
                    .containsExactlyInAnyOrder("PeeringTransitioned", "PeeringTransitioned", "FactRefused");
            // Refusals come over another topic, and may be heard before.
            var first = listener.of(id)
                    .filter(heard -> heard.event().equals("PeeringTransitioned"))
                    .findFirst()
                    .orElseThrow()
                    .data();
            assertThat(first.at("/cause/type").asText()).isEqualTo("PeeringRequested");
            assertThat(first.at("/changes/0/to").asText()).isEqualTo("PendingApproval");
            assertThat(first.at("/actor").asText()).isEqualTo("anna");
        }
    }

    @Test
    void resumesBehindTheLastEventWithoutLossOrRepeat() {
        // Given
        var id = UUID.randomUUID();
        var query = "?peeringId=" + id;
        String seen;
        List<Long> before;
        try (var listener = Listener.opened(OPERATOR, query, null)) {
            storyteller.tells(id, 3320, "fra-1", 1, 300);
            await().until(() -> listener.heard().size() == 300);
            seen = listener.heard().get(199).id();
            before = listener.sequencesOf(id.toString()).subList(0, 200);
        }
        await().until(() -> open.count() == 0);
        storyteller.tells(id, 3320, "fra-1", 301, 700);

        // When
        try (var listener = Listener.opened(OPERATOR, query, seen)) {
            storyteller.tells(id, 3320, "fra-1", 701, 800);

            // Then
            await().until(() -> listener.heard().size() >= 600);
            assertThat(before).containsExactlyElementsOf(upTo(1, 200));
            assertThat(listener.sequencesOf(id.toString())).containsExactlyElementsOf(upTo(201, 800));
        }
    }

    @Test
    void resumesWhereItWasOpenedThoughNothingWasHeard() {
        // Given
        var id = UUID.randomUUID();
        String opened;
        try (var listener = Listener.opened(OPERATOR, "?peeringId=" + id, null)) {
            opened = listener.lastId();
        }
        storyteller.tells(id, 3320, "fra-1", 1, 3);

        // When
        try (var listener = Listener.opened(OPERATOR, "?from=beginning&peeringId=" + id, opened)) {
            // Then
            await().until(() -> listener.heard().size() == 3);
        }
    }

    @Test
    void beginsAtTheBeginningOrAtAnInstant() {
        // Given
        var id = UUID.randomUUID();
        storyteller.tells(id, 3320, "fra-1", 1, 5);
        var moment = Instant.now().plusMillis(5);
        await().until(() -> Instant.now().isAfter(moment));
        storyteller.tells(id, 3320, "fra-1", 6, 9);

        // When
        try (var all = Listener.opened(OPERATOR, "?from=beginning&peeringId=" + id, null);
                var since = Listener.opened(OPERATOR, "?since=" + moment + "&peeringId=" + id, null)) {
            // Then
            await().until(() -> all.heard().size() == 9);
            await().until(() -> since.heard().size() == 4);
            assertThat(all.sequencesOf(id.toString())).containsExactlyElementsOf(upTo(1, 9));
            assertThat(since.sequencesOf(id.toString())).containsExactlyElementsOf(upTo(6, 9));
        }
    }

    @Test
    void tellsAPeerOfItsOwnNetworksOnly() {
        // Given
        var own = Door.registeredPeer();
        var other = Door.registeredPeer();
        var peer = Bearer.peer("peer-" + own, own);
        try (var listener = Listener.opened(peer, "?from=beginning", null);
                var curious = Listener.opened(peer, "?from=beginning&peerAsn=" + other, null)) {
            // When
            var others = Door.requested(peering(other, "others-name", connection()));
            var connection = Door.as("anna").get("/peerings/" + others).<String>path("connections[0].connectionId");
            Door.says(Map.of()).post("/peerings/" + others + "/connections/" + connection + "/retry");
            var owns = Door.requested(peering(own, "own-name", connection()));
            var ownConnection = Door.as("anna").get("/peerings/" + owns).<String>path("connections[0].connectionId");
            Door.says(Map.of()).post("/peerings/" + owns + "/connections/" + ownConnection + "/retry");

            // Then
            await().until(() -> listener.heard().size() == 2);
            assertThat(listener.of(owns).map(Listener.Heard::event))
                    .containsExactlyInAnyOrder("PeeringTransitioned", "FactRefused");
            var comments = curious.comments();
            await().until(() -> curious.comments() > comments + 1);
            assertThat(curious.heard()).isEmpty();
            assertThat(listener.heard()).hasSize(2);
        }
    }

    @Test
    void showsAnalystsWhatHoldsNobodysAddress() {
        // Given
        var asn = Door.registeredPeer();
        var analyst = Bearer.of(new Person("ada", Set.of("analyst"), Set.of()));
        try (var listener = Listener.opened(analyst, "?state=PendingApproval&peerAsn=" + asn, null)) {
            // When
            var id = Door.requested(peering(asn, "fra-1", connection()));
            Door.as("anna").delete("/peerings/" + id);

            // Then
            var comments = listener.comments();
            await().until(() -> listener.comments() > comments + 1);
            assertThat(listener.sequencesOf(id)).containsExactly(1L);
            assertThat(listener.heard().toString()).doesNotContain("noc@peer.example");
        }
    }

    @Test
    void freesThePlaceOfWhoLeaves() {
        // Given
        await().until(() -> open.count() == 0);
        var listener = Listener.opened(OPERATOR, "", null);
        var during = open.count();

        // When
        listener.close();

        // Then
        assertThat(during).isEqualTo(1);
        await().until(() -> open.count() == 0);
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
