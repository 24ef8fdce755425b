package io.directpeering.request.lifecycle;

import java.util.List;

import io.directpeering.request.lifecycle.ConnectionState.*;
import io.directpeering.request.lifecycle.Event.*;

import static io.directpeering.request.lifecycle.Move.enter;
import static io.directpeering.request.lifecycle.Move.keep;
import static io.directpeering.request.lifecycle.Move.refuse;
import static io.directpeering.request.lifecycle.RoutePolicy.Allow;
import static io.directpeering.request.lifecycle.RoutePolicy.DenyAll;
import static io.directpeering.request.lifecycle.RoutePolicy.Drain;
import static io.directpeering.request.lifecycle.RoutePolicy.NoSession;

/// The transition table: the only place that decides where a connection goes.
final class Table {

    /// A state of each kind, in order of progress.
    static final List<ConnectionState> STATES = List.of(
            new PendingApproval(),
            new ProvisioningStarted(),
            new ProvisioningCompleted(),
            new Validating(),
            new Active(),
            new ProvisioningFailed(""),
            new PendingRemove(null),
            new Removed(null),
            new ConnectionState.Rejected(""));

    private Table() {}

    private record Cell(ConnectionState state, Event fact) {}

    /// What a fact does to a connection in this state.
    ///
    /// @param inForce the route policy in force before
    static Move move(ConnectionState state, RoutePolicy inForce, Origin origin, Event fact) {
        return switch (new Cell(state, fact)) {
            case Cell(PendingApproval _, InformationRequested _) -> keep(inForce);
            case Cell(PendingApproval _, InformationProvided _) -> keep(inForce);
            case Cell(PendingApproval _, Approved _) when origin == Origin.Legacy -> enter(new Active(), Allow);
            case Cell(PendingApproval _, Approved _) -> enter(new ProvisioningStarted(), NoSession);
            case Cell(PendingApproval _, Event.Rejected(var _, var reason)) ->
                enter(new ConnectionState.Rejected(reason), NoSession);
            case Cell(PendingApproval _, LoaIssued _) -> keep(inForce);
            case Cell(ProvisioningStarted _, LoaIssued _) -> keep(inForce);
            case Cell(PendingApproval _, LoaRevoked _) -> keep(inForce);
            case Cell(ProvisioningStarted _, LoaRevoked _) -> keep(inForce);
            case Cell(ProvisioningStarted _, LinkTested _) -> keep(inForce);
            case Cell(ProvisioningStarted _, WiringCompleted _) -> enter(new ProvisioningCompleted(), inForce);
            case Cell(ProvisioningCompleted _, BgpSessionProvisioned _) -> enter(new Validating(), DenyAll);
            case Cell(Validating _, BgpValidated _) -> enter(new Active(), DenyAll);
            case Cell(Validating _, BgpValidationFailed(var _, var reason)) ->
                enter(new ProvisioningFailed(reason), inForce);
            case Cell(Active _, TrafficOpened _) -> keep(Allow);
            case Cell(ProvisioningStarted _, ProvisioningAborted(var _, var reason)) ->
                enter(new ProvisioningFailed(reason), inForce);
            case Cell(ProvisioningCompleted _, ProvisioningAborted(var _, var reason)) ->
                enter(new ProvisioningFailed(reason), inForce);
            case Cell(Validating _, ProvisioningAborted(var _, var reason)) ->
                enter(new ProvisioningFailed(reason), inForce);
            case Cell(ProvisioningFailed _, RetryRequested _) -> enter(new ProvisioningStarted(), inForce);
            case Cell(PendingApproval _, DeprovisionRequested(var _, var reason)) ->
                enter(new Removed(reason), NoSession);
            case Cell(Active _, DeprovisionRequested(var _, var reason)) -> enter(new PendingRemove(reason), Drain);
            case Cell(ProvisioningFailed _, DeprovisionRequested(var _, var reason)) ->
                enter(new PendingRemove(reason), inForce);
            case Cell(PendingRemove(var reason), Deprovisioned _) -> enter(new Removed(reason), NoSession);
            // The router of a link that was adopted is not touched.
            case Cell(Active _, MaintenanceAnnounced _) when origin == Origin.Legacy -> refuse();
            case Cell(Active _, MaintenanceAnnounced _) -> keep(inForce);
            case Cell(Active _, MaintenanceStarted _) -> keep(Drain);
            case Cell(Active _, MaintenanceCompleted _) -> keep(DenyAll);
            case Cell(Active _, MaintenanceCancelled _) -> keep(inForce);
            case Cell(PendingApproval _, StageOverdue _) -> keep(inForce);
            case Cell(ProvisioningStarted _, StageOverdue _) -> keep(inForce);
            case Cell(ProvisioningCompleted _, StageOverdue _) -> keep(inForce);
            case Cell(Validating _, StageOverdue _) -> keep(inForce);
            case Cell(ProvisioningFailed _, StageOverdue _) -> keep(inForce);
            case Cell(PendingRemove _, StageOverdue _) -> keep(inForce);

            case Cell(var _, PeeringRequested _), Cell(var _, LegacyConversionRequested _) -> refuse();
            case Cell(var _, InformationRequested _), Cell(var _, InformationProvided _) -> refuse();
            case Cell(var _, Approved _), Cell(var _, Event.Rejected _) -> refuse();
            case Cell(var _, LoaIssued _), Cell(var _, LoaRevoked _) -> refuse();
            case Cell(var _, LinkTested _), Cell(var _, WiringCompleted _) -> refuse();
            case Cell(var _, BgpSessionProvisioned _), Cell(var _, BgpValidated _) -> refuse();
            case Cell(var _, BgpValidationFailed _), Cell(var _, TrafficOpened _) -> refuse();
            case Cell(var _, ProvisioningAborted _), Cell(var _, RetryRequested _) -> refuse();
            case Cell(var _, DeprovisionRequested _), Cell(var _, Deprovisioned _) -> refuse();
            case Cell(var _, MaintenanceAnnounced _), Cell(var _, MaintenanceStarted _) -> refuse();
            case Cell(var _, MaintenanceCompleted _), Cell(var _, MaintenanceCancelled _) -> refuse();
            case Cell(var _, StageOverdue _) -> refuse();
        };
    }
}
