package io.directpeering.request.topology.drift;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.Origin;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionAddresses;
import org.jspecify.annotations.Nullable;

/// What the facts intend of one session.
///
/// @param policies    those of which one should be in force; several while a change is in progress
/// @param routePolicy the one that the facts state
/// @param maxPrefixes null: none were agreed for the family
/// @param expected    whether looks at it should come; not before the first at a link that was adopted as it stood
/// @param alarming    whether a drift is something to be alarmed about
/// @param since       when the connection came into its state
public record Intention(
        UUID connectionId,
        AddressFamily family,
        Wanted wanted,
        Set<RoutePolicy> policies,
        RoutePolicy routePolicy,
        @Nullable Integer maxPrefixes,
        boolean expected,
        boolean alarming,
        Instant since) {

    /// What is intended of every session of a connection: those with addresses, and those that were seen.
    public static List<Intention> of(
            PeeringSnapshot peering, ConnectionSnapshot connection, List<BgpSessionObserved> seen) {
        var agreed = connection.getSessions().stream().map(SessionAddresses::getFamily);
        var there = seen.stream()
                .filter(look ->
                        connection.getConnectionId().equals(look.getMetadata().getConnectionId()))
                .map(BgpSessionObserved::getFamily);
        return Stream.concat(agreed, there)
                .distinct()
                .sorted()
                .map(family -> of(peering, connection, family))
                .toList();
    }

    /// What is intended of this session; of a family without addresses, that there is none.
    public static Intention of(PeeringSnapshot peering, ConnectionSnapshot connection, AddressFamily family) {
        var agreed = connection.getSessions().stream().anyMatch(session -> session.getFamily() == family);
        return new Intention(
                connection.getConnectionId(),
                family,
                agreed ? wanted(connection) : Wanted.NoSession,
                agreed ? policies(connection) : Set.of(RoutePolicy.NoSession),
                connection.getRoutePolicy(),
                maxPrefixes(connection, family),
                agreed && peering.getOrigin() != Origin.Legacy,
                alarms(connection),
                connection.getEnteredAt());
    }

    /// Drifts of this connection are alarms: others are shown, and no more.
    public static boolean alarms(ConnectionSnapshot connection) {
        return connection.getState() == ConnectionState.Active && !isInMaintenance(connection);
    }

    private static boolean isInMaintenance(ConnectionSnapshot connection) {
        return connection.getMaintenance() != null
                && connection.getMaintenance().getStatus() == MaintenanceStatus.InProgress;
    }

    private static Wanted wanted(ConnectionSnapshot connection) {
        return switch (connection.getState()) {
            case PendingApproval, Removed, Rejected -> Wanted.NoSession;
            case ProvisioningStarted, ProvisioningCompleted, ProvisioningFailed, PendingRemove, Unknown ->
                Wanted.MayStand;
            case Validating -> Wanted.Established;
            case Active -> isInMaintenance(connection) ? Wanted.MayStand : Wanted.Established;
        };
    }

    private static Set<RoutePolicy> policies(ConnectionSnapshot connection) {
        return switch (connection.getState()) {
            case PendingApproval, Removed, Rejected -> Set.of(RoutePolicy.NoSession);
            case ProvisioningStarted, ProvisioningCompleted, ProvisioningFailed ->
                EnumSet.of(RoutePolicy.NoSession, RoutePolicy.DenyAll);
            case Validating -> Set.of(RoutePolicy.DenyAll);
            case Active ->
                isInMaintenance(connection)
                        ? EnumSet.of(RoutePolicy.Drain, RoutePolicy.DenyAll)
                        : Set.of(connection.getRoutePolicy());
            case PendingRemove -> EnumSet.of(RoutePolicy.Drain, RoutePolicy.DenyAll, RoutePolicy.NoSession);
            case Unknown -> EnumSet.copyOf(Arrays.asList(RoutePolicy.values()));
        };
    }

    private static @Nullable Integer maxPrefixes(ConnectionSnapshot connection, AddressFamily family) {
        return switch (family) {
            case IPv4 -> connection.getRequested().getMaxPrefixesAdvertisedV4();
            case IPv6 -> connection.getRequested().getMaxPrefixesAdvertisedV6();
            case Unknown -> null;
        };
    }
}
