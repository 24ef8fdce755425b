package io.directpeering.provisioning.router.simulated;

import java.time.Instant;

import io.directpeering.provisioning.router.BgpState;
import org.jspecify.annotations.Nullable;

/// One session's state machine (RFC 4271, section 8), without I/O and without a clock: events come with their time.
///
/// @param nextAt        when the next event comes; null: none does by itself
/// @param remoteAsn     AS number in the peer's latest OPEN; null: none came
/// @param establishedAt null: it is not Established
/// @param lastError     null: nothing went wrong
record Fsm(
        BgpState state,
        @Nullable Instant nextAt,
        @Nullable Long remoteAsn,
        int flaps,
        @Nullable Instant establishedAt,
        @Nullable String lastError) {

    /// What moves a session.
    sealed interface Event {

        record Start() implements Event {}

        record TcpConnected() implements Event {}

        record TcpFailed(String reason) implements Event {}

        record OpenReceived(long asn) implements Event {}

        record KeepaliveReceived() implements Event {}

        /// A NOTIFICATION, sent or received, or an expired hold timer.
        record Closed(String reason) implements Event {}
    }

    /// A session that was just configured.
    static Fsm configured(Instant at) {
        return new Fsm(BgpState.IDLE, at, null, 0, null, null);
    }

    Fsm nextAt(@Nullable Instant at) {
        return new Fsm(state, at, remoteAsn, flaps, establishedAt, lastError);
    }

    /// The machine after an event; an event that its state does not expect closes the session (FSM error).
    Fsm after(Event event, Instant at, long expectedAsn) {
        return switch (event) {
            case Event.Start() -> to(BgpState.CONNECT, lastError);
            case Event.TcpConnected() -> isIn(BgpState.CONNECT) ? to(BgpState.OPEN_SENT, lastError) : unexpected();
            case Event.TcpFailed(var reason) -> isIn(BgpState.CONNECT) ? to(BgpState.ACTIVE, reason) : unexpected();
            case Event.OpenReceived(var asn) -> isIn(BgpState.OPEN_SENT) ? opened(asn, expectedAsn) : unexpected();
            case Event.KeepaliveReceived() ->
                isIn(BgpState.OPEN_CONFIRM)
                        ? new Fsm(BgpState.ESTABLISHED, null, remoteAsn, flaps, at, null)
                        : unexpected();
            case Event.Closed(var reason) -> to(BgpState.IDLE, reason);
        };
    }

    private Fsm opened(long asn, long expectedAsn) {
        var heard = new Fsm(state, nextAt, asn, flaps, establishedAt, lastError);
        return asn == expectedAsn
                ? heard.to(BgpState.OPEN_CONFIRM, lastError)
                : heard.to(
                        BgpState.IDLE,
                        "OPEN message error, bad peer AS: " + asn + " came, " + expectedAsn + " is expected");
    }

    private Fsm unexpected() {
        return to(BgpState.IDLE, "finite state machine error in " + state.label());
    }

    private Fsm to(BgpState next, @Nullable String error) {
        var fell = state == BgpState.ESTABLISHED ? 1 : 0;
        return new Fsm(next, null, remoteAsn, flaps + fell, null, error);
    }

    private boolean isIn(BgpState wanted) {
        return state == wanted;
    }
}
