package io.directpeering.request.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.directpeering.request.topology.stored.StoredPeering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The metrics follow the facts.
class CensusTest {

    private static final Duration WALK = Duration.ofMillis(100);

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void headsAreCountedPerState() {
        // Given
        judge.advance(WALK);
        var other = Facts.ofNewPeering();

        // When
        judge.stateNow(facts.requested(), facts.approved(), facts.wiringCompleted(facts.first()));
        judge.stateNow(other.requested(), other.deprovisionRequested());

        // Then
        assertThat(connections("PendingApproval")).isZero();
        assertThat(connections("ProvisioningStarted")).isEqualTo(1);
        assertThat(connections("ProvisioningCompleted")).isEqualTo(1);
        assertThat(connections("Removed")).isEqualTo(2);
        assertThat(gauge("peering.peerings", "ProvisioningStarted")).isEqualTo(1);
        assertThat(gauge("peering.peerings", "Removed")).isEqualTo(1);
        assertThat(gauge("peering.peerings", "PendingApproval")).isZero();
    }

    @Test
    void overdueAndOldestFollowTheClock() {
        // Given
        judge.advance(WALK);
        judge.stateNow(facts.requestedOne());
        judge.advance(Duration.ofHours(24));
        var younger = Facts.ofNewPeering();
        judge.stateNow(younger.requested());

        // When
        judge.advance(Duration.ofHours(48).plusMinutes(1));
        var overdue = gauge("peering.connections.overdue", "PendingApproval");
        var oldest = gauge("peering.connections.oldest.age", "PendingApproval");
        judge.stateNow(facts.approved());

        // Then
        assertThat(overdue).isEqualTo(1);
        assertThat(oldest)
                .isBetween(
                        seconds(Duration.ofHours(72)),
                        seconds(Duration.ofHours(72).plusMinutes(2)));
        assertThat(gauge("peering.connections.overdue", "PendingApproval")).isZero();
        assertThat(gauge("peering.connections.oldest.age", "PendingApproval"))
                .isBetween(
                        seconds(Duration.ofHours(48)),
                        seconds(Duration.ofHours(48).plusMinutes(2)));
        assertThat(gauge("peering.connections.oldest.age", "Validating")).isZero();
    }

    @Test
    void whatStoodBeforeTheStartIsCountedOnceHoweverItMovesMeanwhile() {
        // Given
        var all = Stream.generate(Facts::ofNewPeering).limit(450).toList();
        try (var before = new JudgeDriver()) {
            all.forEach(it -> before.state(it.requestedOne()));
            all.forEach(it -> judge.<StoredPeering>store(Stores.PEERINGS)
                    .put(it.peeringId().toString(), before.stored(it.peeringId())));
        }
        judge.advance(WALK);
        // Some where the walk has been, some where it is still to come.
        all.subList(0, 150).forEach(it -> judge.stateNow(it.approved()));

        // When
        judge.advance(WALK);
        judge.advance(WALK);

        // Then
        assertThat(connections("ProvisioningStarted")).isEqualTo(150);
        assertThat(connections("PendingApproval")).isEqualTo(300);
        assertThat(gauge("peering.peerings", "PendingApproval")).isEqualTo(300);
        assertThat(gauge("peering.connections.overdue", "PendingApproval")).isZero();
    }

    @Test
    void acceptedAndRefusedFactsAreCountedByKind() {
        // When
        judge.state(facts.requested(), facts.approved(), facts.deprovisionRequested());
        judge.state(facts.loaIssued(facts.first()), facts.loaIssued(facts.second()));

        // Then
        assertThat(counter("peering.transitions", "fact", "Approved", "outcome", "Transitioned"))
                .isEqualTo(1);
        assertThat(counter("peering.transitions", "fact", "LoaIssued", "outcome", "Recorded"))
                .isEqualTo(2);
        assertThat(counter("peering.refusals", "fact", "DeprovisionRequested", "code", "NotAllowedInState"))
                .isEqualTo(1);
    }

    @Test
    void howLongConnectionsStayedIsMeasuredWhenTheyLeave() {
        // Given
        judge.stateNow(facts.requestedOne());
        judge.advance(Duration.ofHours(2));

        // When
        judge.stateNow(facts.approved());

        // Then
        var stays = judge.meters().get("peering.state.duration").timers();
        assertThat(stays).hasSize(1);
        assertThat(stays).first().satisfies(stay -> {
            assertThat(stay.getId().getTag("state")).isEqualTo("PendingApproval");
            assertThat(stay.count()).isEqualTo(1);
            assertThat(stay.totalTime(TimeUnit.MINUTES)).isEqualTo(120);
        });
    }

    @Test
    void howLongFactsWaitedInTheLogIsMeasured() {
        // Given
        judge.advance(Duration.ofSeconds(30));

        // When
        judge.state(facts.requested());
        judge.stateNow(facts.approved());

        // Then
        var latency = judge.meters().get("peering.decision.latency").timer();
        assertThat(latency.count()).isEqualTo(2);
        assertThat(latency.totalTime(TimeUnit.SECONDS)).isEqualTo(30);
    }

    private double connections(String state) {
        return gauge("peering.connections", state);
    }

    private double gauge(String name, String state) {
        return judge.meters().get(name).tag("state", state).gauge().value();
    }

    private double counter(String name, String... tags) {
        return judge.meters().get(name).tags(tags).counter().count();
    }

    private static double seconds(Duration time) {
        return time.toSeconds();
    }
}
