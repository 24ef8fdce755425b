package io.directpeering.provisioning.monitoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

/// Checks the safety invariant on what is found on the routers: traffic flows only while a connection is Active
/// and not in maintenance.
@ApplicationScoped
class PolicyWatch {

    private static final Logger LOG = Logger.getLogger(PolicyWatch.class);

    /// Open when last looked at and not allowed to be: a breach if it still is.
    private Set<UUID> suspects = Set.of();

    private volatile int breaches;

    PolicyWatch(MeterRegistry metrics) {
        metrics.gauge("peering.policy.breaches", this, watch -> watch.breaches);
    }

    /// @param sightings of all routers
    synchronized void check(List<Sighting> sightings) {
        var open = sightings.stream()
                .filter(sighting -> sighting.policy() == Policy.OPEN)
                .map(Sighting::connectionId)
                .toList();
        Set<UUID> wrong = open.isEmpty() ? Set.of() : notActive(open);
        // A connection that has just left Active, or is under maintenance now, is on its way to being drained.
        var breached = new HashSet<>(wrong);
        breached.retainAll(suspects);
        breached.forEach(connection -> LOG.errorf(
                "ALLOW is in force on a connection that is not Active, or in maintenance; close it by hand: connection=%s",
                connection));
        breaches = breached.size();
        suspects = wrong;
    }

    private static Set<UUID> notActive(List<UUID> open) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var wrong = new HashSet<>(open);
            Connection.<Connection>list("connectionId in ?1", open).stream()
                    .filter(Connection::mayCarryTraffic)
                    .forEach(connection -> wrong.remove(connection.connectionId));
            return wrong;
        });
    }
}
