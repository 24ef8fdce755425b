package io.directpeering.provisioning.router.simulated;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;

/// From what a simulated router has to what it should have, in the steps of a real one.
record Change(String router, Hardware hardware, InstantSource clock) {

    /// Empty: it is so. Nothing flows on the way that did not flow before.
    List<Runnable> steps(SessionSpec spec, Policy policy) {
        var connection = spec.connectionId();
        var found = hardware.sessionsOf(connection);
        var carries = found.stream()
                .filter(row -> row.specHash().equals(spec.hash()))
                .map(SessionRow::family)
                .toList();
        var stale = found.stream()
                .filter(row -> !row.specHash().equals(spec.hash()))
                .toList();
        var missing = spec.families().stream()
                .filter(family -> !carries.contains(family.family()))
                .toList();
        var steps = new ArrayList<Runnable>();
        var inForce = found.stream().map(SessionRow::policy).distinct().toList();
        if (!stale.isEmpty() || !missing.isEmpty()) {
            if (!found.isEmpty()) {
                steps.add(() -> hardware.setPolicy(connection, Policy.DENY_ALL));
            }
            stale.forEach(row -> steps.add(() -> hardware.delete(connection, row.family())));
            missing.forEach(family -> steps.add(() -> hardware.put(configured(spec, family))));
            inForce = List.of(Policy.DENY_ALL);
        }
        var filters = filters(spec, found);
        if (inForce.equals(List.of(policy))) {
            steps.addAll(filters);
        } else if (policy == Policy.DENY_ALL) {
            steps.add(() -> hardware.setPolicy(connection, policy));
            steps.addAll(filters);
        } else {
            steps.addAll(filters);
            steps.add(() -> hardware.setPolicy(connection, policy));
        }
        if (!steps.isEmpty()) {
            var last = steps.removeLast();
            steps.add(() -> hardware.end(last, router, connection, policy.name(), spec.hash(), clock.instant()));
        }
        return steps;
    }

    /// Exchanges the filters of sessions that stay.
    private List<Runnable> filters(SessionSpec spec, List<SessionRow> found) {
        var steps = new ArrayList<Runnable>();
        for (var family : spec.families()) {
            found.stream()
                    .filter(row ->
                            row.family() == family.family() && row.specHash().equals(spec.hash()))
                    .filter(row -> !row.filterHash().equals(spec.filterHash()))
                    .forEach(_ -> steps.add(() -> hardware.setFilter(
                            spec.connectionId(), family.family(), family.accepts(), spec.filterHash())));
        }
        return steps;
    }

    private SessionRow configured(SessionSpec spec, FamilySpec family) {
        return new SessionRow(
                spec.connectionId(),
                family.family(),
                router,
                family.peerAddress(),
                spec.peerAsn(),
                family.maxPrefix(),
                spec.hash(),
                spec.filterHash(),
                family.accepts(),
                Policy.DENY_ALL,
                Fsm.configured(clock.instant()));
    }
}
