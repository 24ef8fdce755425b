package io.directpeering.request.lifecycle;

import java.util.List;
import java.util.stream.Collectors;

import io.directpeering.request.lifecycle.ConnectionState.Active;
import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.ConnectionState.PendingRemove;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningCompleted;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningFailed;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningStarted;
import io.directpeering.request.lifecycle.ConnectionState.Removed;
import io.directpeering.request.lifecycle.ConnectionState.Validating;
import io.directpeering.request.lifecycle.Event.DeprovisionRequested;

/// A refusal in words for people: what was refused, why, and what the way out is.
///
/// @param connections those whose state forbids the fact
record Refusal(RefusalCode code, String reason, List<Connection> connections) {

    static Refusal sequenceMismatch(Event fact, long sequence) {
        var metadata = fact.metadata();
        return new Refusal(
                RefusalCode.SequenceMismatch,
                "%s was refused: it expects peering %s at sequence %d, but it stands at %d. Read the peering again and, if the fact still holds, state it anew expecting %4$d."
                        .formatted(fact.word(), metadata.peeringId(), metadata.expects(), sequence),
                List.of());
    }

    static Refusal alreadyRequested(Peering peering) {
        return new Refusal(
                RefusalCode.AlreadyRequested,
                "Peering %s was requested before and is %s. Use a new peering id for another request."
                        .formatted(peering.peeringId(), peering.state()),
                List.of());
    }

    static Refusal noSuchPeering(Event fact) {
        return new Refusal(
                RefusalCode.NoSuchPeering,
                "%s was refused: there is no peering %s. Check the id; a peering begins with PeeringRequested."
                        .formatted(fact.word(), fact.metadata().peeringId()),
                List.of());
    }

    static Refusal noSuchConnection(Event fact, Peering peering) {
        return new Refusal(
                RefusalCode.NoSuchConnection,
                "%s was refused: peering %s has no connection %s. Its connections are %s."
                        .formatted(
                                fact.word(),
                                peering.peeringId(),
                                fact.metadata().connectionId(),
                                peering.connections().stream()
                                        .map(each -> each.id().toString())
                                        .collect(Collectors.joining(", "))),
                List.of());
    }

    static Refusal late(Event fact, List<Connection> connections) {
        return new Refusal(
                RefusalCode.Late,
                "%s was refused: it answers transition %s, but %s since. Look at where the connection stands now and answer that."
                        .formatted(
                                fact.word(),
                                fact.metadata().answers(),
                                connections.stream()
                                        .map(each -> "connection %s is in %s by transition %s"
                                                .formatted(
                                                        each.id(), each.state().word(), each.stageSequence()))
                                        .collect(Collectors.joining(" and "))),
                connections);
    }

    static Refusal maintenance(Event fact, Connection connection) {
        return new Refusal(
                RefusalCode.NotAllowedInState,
                "%s was refused: of connection %s, %s."
                        .formatted(fact.word(), connection.id(), Maintenance.misfit(connection.maintenance(), fact)),
                List.of(connection));
    }

    static Refusal notAllowed(Event fact, List<Connection> connections) {
        return new Refusal(
                RefusalCode.NotAllowedInState,
                "%s was refused: %s. It is accepted in %s only. %s"
                        .formatted(
                                fact.word(),
                                connections.stream()
                                        .map(each -> "connection %s is in %s"
                                                .formatted(
                                                        each.id(), each.state().word()))
                                        .collect(Collectors.joining(" and ")),
                                acceptedIn(fact),
                                connections.stream()
                                        .map(each -> wayOut(each.state(), fact))
                                        .distinct()
                                        .collect(Collectors.joining(" "))),
                connections);
    }

    private static String acceptedIn(Event fact) {
        return Table.STATES.stream()
                .filter(state -> !(Table.move(state, RoutePolicy.NoSession, Origin.New, fact) instanceof Move.Refuse))
                .map(ConnectionState::word)
                .collect(Collectors.joining(", "));
    }

    private static String wayOut(ConnectionState state, Event fact) {
        return switch (state) {
            case PendingApproval _ -> "It waits for the review: wait for the approval, or withdraw the request.";
            case ProvisioningStarted _, ProvisioningCompleted _, Validating _
            when fact instanceof DeprovisionRequested ->
                "Abort the provisioning first and then deprovision, or wait until it is Active.";
            case ProvisioningStarted _ -> "It waits for the peer's wiring: report that, or abort the provisioning.";
            case ProvisioningCompleted _ -> "Its session is being provisioned: wait, or abort the provisioning.";
            case Validating _ -> "Its session is being validated: wait, or abort the provisioning.";
            case Active _ -> "It is in service: deprovision it to take it down.";
            case ProvisioningFailed _ -> "Its provisioning failed: retry or deprovision it.";
            case PendingRemove _ -> "It is being taken down: wait until it is Removed.";
            case Removed _, ConnectionState.Rejected _ -> "It is over: request a new one.";
        };
    }
}
