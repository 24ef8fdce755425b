package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.request.lifecycle.Event.LegacyConversionRequested;
import io.directpeering.request.lifecycle.Event.Opening;
import io.directpeering.request.lifecycle.Event.PeeringRequested;
import io.directpeering.request.lifecycle.Outcome.Advanced;
import io.directpeering.request.lifecycle.Outcome.Change;
import io.directpeering.request.lifecycle.Outcome.Recorded;
import io.directpeering.request.lifecycle.Outcome.Refused;
import io.directpeering.request.lifecycle.Outcome.Repeated;
import org.jspecify.annotations.Nullable;

/// Judges facts: a pure function of what is known and what is stated. What a fact does to one connection stands in
/// [Table]; here stands what that means for the peering.
public final class Lifecycle {

    private Lifecycle() {}

    /// What the fact leads to. A fact about a whole peering applies to all of its live connections or to none.
    ///
    /// @throws IllegalArgumentException the fact describes no possible peering
    public static Outcome step(Past past, Event fact) {
        var peering = past.peering();
        if (past.earlier() != null) {
            return new Repeated(past.earlier());
        }
        if (fact.metadata().expectsOtherThan(sequence(peering))) {
            return refused(peering, Refusal.sequenceMismatch(fact, sequence(peering)));
        }
        if (fact instanceof Opening opening) {
            return peering == null ? begin(opening) : refused(peering, Refusal.alreadyRequested(peering));
        }
        return peering == null
                ? refused(null, Refusal.noSuchPeering(fact))
                : judge(peering, addressed(peering, fact.metadata().connectionId()), fact);
    }

    private static Outcome begin(Opening opening) {
        var metadata = opening.metadata();
        var at = metadata.loggedAt();
        var connections = switch (opening) {
            case PeeringRequested(var _, var _, var requested) ->
                requested.stream()
                        .map(each -> Connection.begun(each, at, RoutePolicy.NoSession, Wire.NONE))
                        .toList();
            case LegacyConversionRequested(var _, var _, var adopted) ->
                adopted.stream()
                        .map(each -> Connection.begun(each.requested(), at, RoutePolicy.NoSession, Wire.of(each)))
                        .toList();
        };
        var origin = opening instanceof LegacyConversionRequested ? Origin.Legacy : Origin.New;
        var peering = new Peering(
                metadata.peeringId(), 1, at, origin, opening.terms(), metadata.actor(), at, connections, Inquiry.NONE);
        return new Advanced(
                peering,
                connections.stream()
                        .map(each -> new Change(each.id(), null, each.state()))
                        .toList());
    }

    private static Outcome judge(Peering peering, List<Connection> addressed, Event fact) {
        if (addressed.isEmpty()) {
            return fact.metadata().connectionId() == null
                    ? refused(peering, Refusal.notAllowed(fact, peering.connections()))
                    : refused(peering, Refusal.noSuchConnection(fact, peering));
        }
        var late = addressed.stream().filter(each -> each.hasLeftStageOf(fact)).toList();
        if (!late.isEmpty()) {
            return refused(peering, Refusal.late(fact, late));
        }
        var refusing = addressed.stream()
                .filter(each -> move(peering, each, fact) instanceof Move.Refuse)
                .toList();
        if (!refusing.isEmpty()) {
            return refused(peering, Refusal.notAllowed(fact, refusing));
        }
        return addressed.stream()
                .filter(each -> Maintenance.misfit(each.maintenance(), fact) != null)
                .findFirst()
                .map(each -> refused(peering, Refusal.maintenance(fact, each)))
                .orElseGet(() -> accepted(peering, addressed, fact));
    }

    private static Outcome accepted(Peering peering, List<Connection> addressed, Event fact) {
        var sequence = peering.sequence() + 1;
        var at = peering.timeOf(fact);
        var connections = new ArrayList<Connection>();
        var changes = new ArrayList<Change>();
        for (var before : peering.connections()) {
            var after = addressed.contains(before) ? moved(peering, before, fact, sequence, at) : before;
            connections.add(after);
            if (after.stageSequence() == sequence) {
                changes.add(new Change(after.id(), before.state(), after.state()));
            }
        }
        var next = new Peering(
                peering.peeringId(),
                sequence,
                at,
                peering.origin(),
                peering.terms(),
                peering.requestedBy(),
                peering.requestedAt(),
                connections,
                peering.inquiry().after(fact, at, connections));
        return changes.isEmpty() ? new Recorded(next) : new Advanced(next, List.copyOf(changes));
    }

    private static Connection moved(Peering peering, Connection before, Event fact, long sequence, Instant at) {
        var wire = before.wire().after(fact);
        return switch (move(peering, before, fact)) {
            case Move.Enter(var state, var policy) ->
                new Connection(
                        before.requested(),
                        state,
                        sequence,
                        at,
                        policy,
                        wire,
                        Maintenance.after(before.maintenance(), fact, state instanceof ConnectionState.Active));
            case Move.Keep(var policy) ->
                new Connection(
                        before.requested(),
                        before.state(),
                        before.stageSequence(),
                        before.enteredAt(),
                        policy,
                        wire,
                        Maintenance.after(before.maintenance(), fact, true));
            case Move.Refuse _ -> throw new IllegalStateException(fact.word() + " was refused, not accepted.");
        };
    }

    private static Move move(Peering peering, Connection connection, Event fact) {
        return Table.move(connection.state(), connection.routePolicy(), peering.origin(), fact);
    }

    private static List<Connection> addressed(Peering peering, @Nullable UUID connectionId) {
        return peering.connections().stream()
                .filter(each -> connectionId == null ? each.live() : Objects.equals(each.id(), connectionId))
                .toList();
    }

    private static Outcome refused(@Nullable Peering peering, Refusal refusal) {
        return new Refused(
                new Verdict.Refused(sequence(peering), refusal.code(), refusal.reason()), refusal.connections());
    }

    private static long sequence(@Nullable Peering peering) {
        return peering == null ? 0 : peering.sequence();
    }
}
