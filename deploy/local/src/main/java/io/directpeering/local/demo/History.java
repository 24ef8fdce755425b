package io.directpeering.local.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.FactRefused;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RoutePolicy;
import io.directpeering.schemas.CloudEventHeaders;
import org.apache.avro.specific.SpecificRecord;

import static io.directpeering.events.ConnectionState.Active;
import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.PendingRemove;
import static io.directpeering.events.ConnectionState.ProvisioningCompleted;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static io.directpeering.events.ConnectionState.Removed;
import static io.directpeering.events.ConnectionState.Validating;

/// What the log holds of one peering, checked against the life cycle.
///
/// @param facts       as stated, repeats included
/// @param transitions what the judge accepted
/// @param refusals    what it refused
record History(List<SpecificRecord> facts, List<PeeringTransitioned> transitions, List<FactRefused> refusals) {

    private static final List<ConnectionState> WHOLE_WAY = List.of(
            PendingApproval, ProvisioningStarted, ProvisioningCompleted, Validating, Active, PendingRemove, Removed);

    /// Checks that the log tells what the API has shown.
    ///
    /// @param lastSequence what the API said last
    /// @throws Deviation it does not
    void check(long lastSequence, int refused) {
        expect("refusals in the log", refused, refusals.size());
        expect("transitions in the log", lastSequence, (long) transitions.size());
        checkNumbersAndPolicies();
        ways().forEach((connection, way) -> expect("way of connection " + connection, WHOLE_WAY, way));
    }

    /// Checks what holds of every peering: numbers without a gap, each of a fact in the log, traffic only while Active.
    ///
    /// @throws Deviation it does not
    void checkNumbersAndPolicies() {
        var stated = new HashSet<UUID>();
        facts.forEach(
                fact -> CloudEventHeaders.metadataOf(fact).ifPresent(metadata -> stated.add(metadata.getEventId())));
        expect("different facts in the log", transitions.size() + refusals.size(), stated.size());
        var number = 0L;
        for (var transition : transitions) {
            expect("sequence in the log", ++number, transition.getSequence());
            expect(
                    "cause %d in the log of facts".formatted(number),
                    true,
                    stated.contains(transition.getCause().getEventId()));
            checkPolicy(transition);
        }
    }

    /// States that each connection went through.
    private Map<UUID, List<ConnectionState>> ways() {
        var ways = new LinkedHashMap<UUID, List<ConnectionState>>();
        for (var transition : transitions) {
            for (var change : transition.getChanges()) {
                ways.computeIfAbsent(change.getConnectionId(), connection -> new ArrayList<>())
                        .add(change.getTo());
            }
        }
        return ways;
    }

    /// The safety invariant: traffic flows only while a connection is Active and not in maintenance.
    private static void checkPolicy(PeeringTransitioned transition) {
        for (var connection : transition.getSnapshot().getConnections()) {
            if (connection.getRoutePolicy() == RoutePolicy.Allow
                    && (connection.getState() != Active || isInMaintenance(connection))) {
                throw new Deviation(
                        "route policy at transition " + transition.getSequence(),
                        "Allow only in Active, out of maintenance",
                        connection);
            }
        }
    }

    private static boolean isInMaintenance(ConnectionSnapshot connection) {
        return connection.getMaintenance() != null
                && connection.getMaintenance().getStatus() == MaintenanceStatus.InProgress;
    }

    private static void expect(String what, Object expected, Object came) {
        if (!Objects.equals(expected, came)) {
            throw new Deviation(what, expected, came);
        }
    }
}
