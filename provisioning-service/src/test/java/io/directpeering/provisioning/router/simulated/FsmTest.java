package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.provisioning.router.BgpState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FsmTest {

    private static final long ASN = 64_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMillis(100);

    @Test
    void goesThroughTheStatesOfTheRfc() {
        assertThat(states(peer(true, ASN, null), 6))
                .containsExactly(
                        BgpState.CONNECT,
                        BgpState.OPEN_SENT,
                        BgpState.OPEN_CONFIRM,
                        BgpState.ESTABLISHED,
                        BgpState.ESTABLISHED,
                        BgpState.ESTABLISHED);
    }

    @Test
    void establishesWhenItDidAndNotWhenSomebodyLooked() {
        // When
        var late = peer(true, ASN, null).advance(Fsm.configured(START), ASN, START.plusSeconds(3600));

        // Then
        assertThat(late.establishedAt()).isEqualTo(START.plus(STEP.multipliedBy(3)));
        assertThat(late.flaps()).isZero();
        assertThat(late.nextAt()).isNull();
    }

    @Test
    void looksInBetweenChangeNothing() {
        // Given
        var peer = peer(true, ASN, Duration.ofMillis(700));

        // When
        var inSteps = Fsm.configured(START);
        for (int ms = 0; ms <= 10_000; ms += 33) {
            inSteps = peer.advance(inSteps, ASN, START.plusMillis(ms));
        }
        var atOnce = peer.advance(Fsm.configured(START), ASN, START.plusMillis(9_999));

        // Then
        assertThat(inSteps).isEqualTo(atOnce);
        assertThat(inSteps.flaps()).isGreaterThan(5);
    }

    @Test
    void neverEstablishesWithASilentPeer() {
        assertThat(states(peer(false, ASN, null), 100))
                .contains(BgpState.CONNECT, BgpState.ACTIVE)
                .doesNotContain(BgpState.OPEN_SENT, BgpState.ESTABLISHED);
    }

    @Test
    void refusesAWrongAsnAndSaysWhichCame() {
        // When
        var fsm = peer(true, 65_551, null).advance(Fsm.configured(START), ASN, START.plusSeconds(60));

        // Then
        assertThat(fsm.establishedAt()).isNull();
        assertThat(fsm.remoteAsn()).isEqualTo(65_551);
        assertThat(fsm.lastError()).contains("bad peer AS", "65551", "64000");
    }

    @Test
    void fallsWhenThePeerFallsSilentAndComesBackWithIt() {
        // Given
        var healthy = peer(true, ASN, null);
        var up = healthy.advance(Fsm.configured(START), ASN, START.plusSeconds(1));

        // When
        var silent = peer(false, ASN, null);
        var down = silent.advance(silent.disturb(up, ASN, START.plusSeconds(2)), ASN, START.plusSeconds(3));
        var back = healthy.advance(healthy.disturb(down, ASN, START.plusSeconds(4)), ASN, START.plusSeconds(10));

        // Then
        assertThat(down.establishedAt()).isNull();
        assertThat(down.flaps()).isEqualTo(1);
        assertThat(back.state()).isEqualTo(BgpState.ESTABLISHED);
        assertThat(back.flaps()).isEqualTo(1);
    }

    @Test
    void anUnexpectedEventClosesTheSession() {
        // Given
        var idle = Fsm.configured(START);

        // When
        var next = idle.after(new Fsm.Event.KeepaliveReceived(), START, ASN);

        // Then
        assertThat(next.state()).isEqualTo(BgpState.IDLE);
        assertThat(next.lastError()).contains("finite state machine error");
    }

    private static List<BgpState> states(SimulatedPeer peer, int looks) {
        var states = new ArrayList<BgpState>();
        var fsm = Fsm.configured(START);
        for (int i = 0; i < looks; i++) {
            fsm = peer.advance(fsm, ASN, START.plus(STEP.multipliedBy(i)));
            states.add(fsm.state());
        }
        return states;
    }

    private static SimulatedPeer peer(boolean answers, long asn, @Nullable Duration flapsEvery) {
        return new SimulatedPeer(answers, asn, flapsEvery, STEP);
    }
}
