package io.directpeering.local.suite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.directpeering.local.cluster.Brokers;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Replica;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;

/// What is to run, and where.
///
/// @param services those that run; somebody else may run the others
public record Wanted(Layout layout, Scale scale, Set<Services> services) {

    /// Everything, once.
    static Wanted single(Layout layout) {
        return new Wanted(layout, Scale.SINGLE, EnumSet.allOf(Services.class));
    }

    List<Replica> replicas() {
        return scale.all().stream()
                .filter(replica -> services.contains(replica.service()))
                .toList();
    }

    Brokers brokers() {
        return new Brokers(layout, scale.brokers());
    }
}
