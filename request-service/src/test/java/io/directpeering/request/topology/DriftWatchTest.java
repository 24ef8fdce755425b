package io.directpeering.request.topology;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.DriftKind;
import io.directpeering.events.DriftStatus;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionDrift;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// With 15 s of grace and 15 s to settle, and sessions stale after 3 min.
class DriftWatchTest {

    private static final Duration GRACE = Duration.ofSeconds(16);

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();

    @BeforeEach
    void activeWithTrafficOpen() {
        judge.state(facts.requested(), facts.approved());
        for (var connection : List.of(facts.first(), facts.second())) {
            judge.state(
                    facts.loaIssued(connection),
                    facts.wiringCompleted(connection),
                    facts.provisioned(connection),
                    facts.validated(connection),
                    facts.opened(connection));
            see(connection, BgpSessionState.Established, RoutePolicy.Allow, 20);
        }
        judge.out(Topics.PEERING_TRANSITIONS);
    }

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void sessionThatStaysDownIsAlarmedAboutOnceAndChangesNoState() {
        // Given
        var before = judge.peering(facts.peeringId());
        see(facts.first(), BgpSessionState.Idle, RoutePolicy.Allow, 0);

        // When
        judge.advance(GRACE);
        see(facts.first(), BgpSessionState.Connect, RoutePolicy.Allow, 0);
        judge.advance(GRACE);

        // Then
        assertThat(drifts()).singleElement().satisfies(it -> {
            assertThat(it.getKind()).isEqualTo(DriftKind.SessionDown);
            assertThat(it.getStatus()).isEqualTo(DriftStatus.Raised);
            assertThat(it.getMetadata().getConnectionId()).isEqualTo(facts.first());
            assertThat(it.getSince()).isEqualTo(Facts.NOW);
            assertThat(it.getSeen().getState()).isEqualTo(BgpSessionState.Idle);
        });
        assertThat(judge.peering(facts.peeringId())).isEqualTo(before);
        assertThat(judge.out(Topics.PEERING_TRANSITIONS)).isEmpty();
        assertThat(judge.out(Topics.PEERING_STATES).getLast().value()).isEqualTo(before);
        assertThat(gauge("SessionDown")).isEqualTo(1);
    }

    @Test
    void flapIsNoAlarm() {
        // Given
        see(facts.first(), BgpSessionState.Idle, RoutePolicy.Allow, 0);
        judge.advance(Duration.ofSeconds(4));

        // When
        see(facts.first(), BgpSessionState.Established, RoutePolicy.Allow, 20);
        judge.advance(GRACE);
        judge.advance(GRACE);

        // Then
        assertThat(drifts()).isEmpty();
        assertThat(judge.store(Stores.DRIFTS).all().hasNext()).isFalse();
    }

    @Test
    void alarmIsClearedWithTheSameBeginningUnderAnotherId() {
        // Given
        see(facts.first(), BgpSessionState.Idle, RoutePolicy.Allow, 0);
        judge.advance(GRACE);

        // When
        see(facts.first(), BgpSessionState.Established, RoutePolicy.Allow, 20);
        judge.advance(GRACE);

        // Then
        var told = drifts();
        assertThat(told).extracting(SessionDrift::getStatus).containsExactly(DriftStatus.Raised, DriftStatus.Cleared);
        assertThat(told).extracting(SessionDrift::getSince).containsOnly(Facts.NOW);
        assertThat(told).extracting(it -> it.getMetadata().getEventId()).doesNotHaveDuplicates();
        assertThat(gauge("SessionDown")).isZero();
    }

    @Test
    void everyKindIsToldApart() {
        // Given
        see(facts.first(), BgpSessionState.Established, RoutePolicy.DenyAll, 101);
        see(facts.second(), BgpSessionState.Idle, RoutePolicy.NoSession, 0);

        // When
        judge.advance(GRACE);

        // Then
        assertThat(drifts())
                .extracting(SessionDrift::getKind)
                .containsExactlyInAnyOrder(
                        DriftKind.PolicyDiffers, DriftKind.PrefixLimitExceeded, DriftKind.SessionMissing);
    }

    @Test
    void silenceMakesStale() {
        // Given
        judge.advance(Duration.ofSeconds(170));
        see(facts.first(), BgpSessionState.Established, RoutePolicy.Allow, 20);

        // When
        judge.advance(Duration.ofSeconds(11));
        judge.advance(GRACE);

        // Then
        assertThat(drifts()).singleElement().satisfies(it -> {
            assertThat(it.getKind()).isEqualTo(DriftKind.Stale);
            assertThat(it.getMetadata().getConnectionId()).isEqualTo(facts.second());
        });
    }

    @Test
    void inMaintenanceNothingIsAlarmedAbout() {
        // Given
        see(facts.first(), BgpSessionState.Idle, RoutePolicy.Allow, 0);
        judge.advance(GRACE);

        // When
        judge.state(facts.maintenanceAnnounced(facts.first()), facts.maintenanceStarted(facts.first()));
        see(facts.first(), BgpSessionState.Idle, RoutePolicy.DenyAll, 0);
        judge.advance(Duration.ofMinutes(2));
        var during = drifts();
        judge.state(facts.maintenanceCompleted(facts.first()), facts.opened(facts.first()));
        judge.advance(GRACE);

        // Then
        assertThat(during).extracting(SessionDrift::getStatus).containsExactly(DriftStatus.Raised, DriftStatus.Cleared);
        assertThat(drifts())
                .extracting(SessionDrift::getKind)
                .containsExactlyInAnyOrder(DriftKind.SessionDown, DriftKind.PolicyDiffers);
    }

    @Test
    void leavingActiveClearsAndNothingIsRaisedAfterwards() {
        // Given
        see(facts.first(), BgpSessionState.Idle, RoutePolicy.Allow, 0);
        judge.advance(GRACE);

        // When
        judge.state(facts.deprovisionRequested());
        judge.advance(Duration.ofHours(1));

        // Then
        assertThat(drifts())
                .extracting(SessionDrift::getStatus)
                .containsExactly(DriftStatus.Raised, DriftStatus.Cleared);
        assertThat(judge.store(Stores.DRIFTS).all().hasNext()).isFalse();
    }

    /// As after a crash between the commit of an earlier state and the alarm: everything is come upon again.
    @Test
    void replayStatesTheSameEvents() {
        // Given
        var look = down(facts.first());
        var first = alarms(judge, look);

        // When
        var again = new JudgeDriver();
        judge.<StoredPeering>store(Stores.PEERINGS)
                .all()
                .forEachRemaining(
                        it -> again.<StoredPeering>store(Stores.PEERINGS).put(it.key, it.value));
        again.advance(Duration.ofSeconds(40));
        var second = alarms(again, look);
        again.close();

        // Then
        assertThat(second)
                .extracting(it -> it.getMetadata().getEventId())
                .isEqualTo(List.of(first.getFirst().getMetadata().getEventId()));
    }

    private static List<SessionDrift> alarms(JudgeDriver judge, BgpSessionObserved look) {
        judge.observe(look);
        judge.advance(GRACE);
        return judge.out(Topics.BGP_SESSION_DRIFT).stream()
                .map(it -> (SessionDrift) it.value())
                .toList();
    }

    private BgpSessionObserved down(UUID connection) {
        return look(connection, BgpSessionState.Idle, RoutePolicy.Allow, 0);
    }

    private void see(UUID connection, BgpSessionState state, RoutePolicy policy, int received) {
        judge.observe(look(connection, state, policy, received));
    }

    private BgpSessionObserved look(UUID connection, BgpSessionState state, RoutePolicy policy, int received) {
        var look = facts.observed(connection, state);
        return BgpSessionObserved.newBuilder(look)
                .setMetadata(EventMetadata.newBuilder(look.getMetadata())
                        .setOccurredAt(judge.now())
                        .build())
                .setRoutePolicy(policy)
                .setPrefixesReceived(received)
                .build();
    }

    private List<SessionDrift> drifts() {
        return judge.out(Topics.BGP_SESSION_DRIFT).stream()
                .map(it -> (SessionDrift) it.value())
                .toList();
    }

    private double gauge(String kind) {
        return judge.meters()
                .get("peering.session.alarms")
                .tags("kind", kind, "location", "Frankfurt")
                .gauge()
                .value();
    }
}
