package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.Instant;

import io.directpeering.provisioning.router.BgpState;
import org.jspecify.annotations.Nullable;

/// The other end of a session: what comes from there, and when.
///
/// @param answers    whether it listens at all
/// @param asn        what it sends in its OPEN
/// @param flapsEvery how long it stays Established; null: for ever
/// @param step       time from one message to the next
record SimulatedPeer(boolean answers, long asn, @Nullable Duration flapsEvery, Duration step) {

    /// Tries between which a real router waits a minute or two; here as many steps.
    private static final int RETRY_STEPS = 10;

    /// The machine as it is at `now`, everything having happened that was to happen until then.
    Fsm advance(Fsm from, long expectedAsn, Instant now) {
        var fsm = from;
        var at = fsm.nextAt();
        while (at != null && !at.isAfter(now)) {
            var next = fsm.after(event(fsm), at, expectedAsn);
            at = after(next, at, expectedAsn);
            fsm = next.nextAt(at);
        }
        return fsm;
    }

    /// The machine when the peer has begun to behave like this just now.
    Fsm disturb(Fsm fsm, long expectedAsn, Instant now) {
        if (fsm.state() != BgpState.ESTABLISHED) {
            return fsm.nextAt() == null ? fsm.nextAt(now) : fsm;
        }
        return answers && asn == expectedAsn ? fsm.nextAt(after(fsm, now, expectedAsn)) : fsm.nextAt(now);
    }

    private Fsm.Event event(Fsm fsm) {
        return switch (fsm.state()) {
            case IDLE, ACTIVE -> new Fsm.Event.Start();
            case CONNECT ->
                answers
                        ? new Fsm.Event.TcpConnected()
                        : new Fsm.Event.TcpFailed("TCP connection to port 179 timed out");
            case OPEN_SENT -> new Fsm.Event.OpenReceived(asn);
            case OPEN_CONFIRM -> new Fsm.Event.KeepaliveReceived();
            case ESTABLISHED -> new Fsm.Event.Closed("hold timer expired");
        };
    }

    private @Nullable Instant after(Fsm fsm, Instant at, long expectedAsn) {
        return switch (fsm.state()) {
            case CONNECT, OPEN_SENT, OPEN_CONFIRM -> at.plus(step);
            case IDLE -> at.plus(asn == expectedAsn ? step : step.multipliedBy(RETRY_STEPS));
            case ACTIVE -> at.plus(step.multipliedBy(RETRY_STEPS));
            case ESTABLISHED -> flapsEvery == null ? null : at.plus(flapsEvery);
        };
    }
}
