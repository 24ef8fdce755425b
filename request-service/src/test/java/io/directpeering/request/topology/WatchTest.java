package io.directpeering.request.topology;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.StageOverdue;
import io.directpeering.request.topology.deadline.Due;
import io.directpeering.request.topology.stored.StoredPeering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.topology.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/// Where the deadlines of many peerings are kept, and when it is looked.
class WatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void nothingIsStatedWhileFactsOfThePastAreStillToBeJudged() {
        // Given
        judge.advance(Duration.ofDays(89));
        judge.state(facts.requestedOne());
        judge.advance(SECOND);
        var beforeTheRest = judge.stated();
        judge.state(facts.approved());
        judge.advance(SECOND);

        // When
        judge.advance(SECOND);

        // Then
        assertThat(beforeTheRest).isEmpty();
        assertThat(judge.stated())
                .extracting(StageOverdue::getState)
                .containsExactly(ConnectionState.ProvisioningStarted);
    }

    @Test
    void peeringsOfAnEarlierReleaseAreFoundInPassing() {
        // Given
        var others = Stream.generate(Facts::ofNewPeering).limit(450).toList();
        try (var before = new JudgeDriver()) {
            others.forEach(each -> before.state(each.requestedOne()));
            others.forEach(each -> judge.<StoredPeering>store(Stores.PEERINGS)
                    .put(each.peeringId().toString(), before.stored(each.peeringId())));
        }
        var walk = Duration.ofMillis(100);

        // When
        judge.advance(Duration.ofHours(72));
        judge.advance(walk);
        judge.advance(walk);
        judge.advance(walk);

        // Then
        assertThat(judge.stated())
                .extracting(it -> it.getMetadata().getPeeringId())
                .containsExactlyInAnyOrderElementsOf(
                        others.stream().map(Facts::peeringId).toList());
    }

    @Test
    void shorterPeriodHoldsForWhatStandsAlreadyAndWhatWasStatedIsNotStatedAgain() {
        // Given
        var stands = Facts.ofNewPeering();
        var wasStated = Facts.ofNewPeering();
        judge.state(wasStated.requestedOne());
        judge.advance(Duration.ofHours(72));
        assertThat(judge.stated()).hasSize(1);
        judge.stateNow(stands.requestedOne());
        try (var restarted = new JudgeDriver(TestDeadlines.byDefault().review(Duration.ofHours(1)))) {
            copy(Stores.PEERINGS, restarted);
            copy(Stores.DECISIONS, restarted);
            restarted.advance(Duration.ofHours(72).plusMinutes(59));
            assertThat(restarted.stated()).isEmpty();

            // When
            restarted.advance(Duration.ofMinutes(1));

            // Then
            assertThat(restarted.stated())
                    .extracting(it -> it.getMetadata().getPeeringId())
                    .containsExactly(stands.peeringId());
        }
    }

    @Test
    void entryOfAPeeringThatIsNotHereIsLetGo() {
        // Given
        judge.<Due, byte[]>storeOf(Stores.DEADLINES).put(new Due(NOW, UUID.randomUUID()), new byte[0]);

        // When
        judge.advance(SECOND);

        // Then
        assertThat(judge.stated()).isEmpty();
        assertThat(judge.agenda()).isEmpty();
    }

    @Test
    void manyAtOnceAreStatedInPortions() {
        // Given
        for (int count = 0; count < 1_200; count++) {
            judge.state(Facts.ofNewPeering().requestedOne());
        }

        // When
        judge.advance(Duration.ofHours(72));
        var first = judge.stated();
        judge.advance(SECOND);
        var second = judge.stated();

        // Then
        assertThat(first).hasSize(1_000);
        assertThat(second).hasSize(200);
    }

    private <V> void copy(String store, JudgeDriver to) {
        try (var all = judge.<V>store(store).all()) {
            all.forEachRemaining(entry -> to.<V>store(store).put(entry.key, entry.value));
        }
    }
}
