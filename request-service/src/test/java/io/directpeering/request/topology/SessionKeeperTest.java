package io.directpeering.request.topology;

import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static org.assertj.core.api.Assertions.assertThat;

class SessionKeeperTest {

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void keepsTheLatestLookAndStatesNothing() {
        // Given
        judge.state(facts.requested());
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.observe(facts.observed(facts.first(), BgpSessionState.OpenSent));
        judge.observe(facts.observed(facts.first(), BgpSessionState.Established));

        // Then
        assertThat(seen(facts.first()).getState()).isEqualTo(BgpSessionState.Established);
        assertThat(judge.out(PEERING_TRANSITIONS)).isEmpty();
    }

    @Test
    void letsGoWhatIsSeenOfUnknownPeeringsAndConnections() {
        // Given
        judge.state(facts.requested());
        var unknown = Facts.ofNewPeering();
        var stranger = UUID.randomUUID();

        // When
        judge.observe(unknown.observed(unknown.first(), BgpSessionState.Idle));
        judge.observe(facts.observed(stranger, BgpSessionState.Idle));

        // Then
        assertThat(judge.store(Stores.SESSIONS).approximateNumEntries()).isZero();
        assertThat(judge.dead()).isEmpty();
    }

    private BgpSessionObserved seen(UUID connection) {
        return judge.<BgpSessionObserved>store(Stores.SESSIONS)
                .get(Stores.session(facts.peeringId(), connection, AddressFamily.IPv4));
    }
}
