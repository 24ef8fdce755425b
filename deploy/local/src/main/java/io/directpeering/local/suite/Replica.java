package io.directpeering.local.suite;

import java.io.IOException;

import io.directpeering.local.Trouble;
import io.directpeering.local.cache.Caches;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.process.Child;

/// One of several instances of a service. The first is the one that the suite runs; others share its broker and
/// database
/// and have a port, a folder and a log of their own.
///
/// @param number 1 and up
public record Replica(Services service, int number) {

    /// The next free ports behind those of the suite's other parts.
    private static final int PORTS_FURTHER = 6;

    private static final int MOST = 10;

    public Replica {
        if (number < 1 || number > MOST) {
            throw new Trouble("There can be 1 to %d of %s, not %d.".formatted(MOST, service.serviceName(), number));
        }
    }

    public String name() {
        return number == 1 ? service.serviceName() : service.serviceName() + "-" + number;
    }

    public int port(Layout layout) {
        return layout.port(service.port()) + (number == 1 ? 0 : PORTS_FURTHER + number);
    }

    public String url(Layout layout) {
        return "http://" + Layout.LOOPBACK + ":" + port(layout);
    }

    /// Where it says whether it takes traffic.
    public String readiness(Layout layout) {
        return url(layout) + "/q/health/ready";
    }

    /// How to start it beside a suite that runs.
    ///
    /// @throws Trouble     it is not built
    /// @throws IOException a secret of this installation cannot be read
    public Child child(Layout layout) throws IOException {
        return service.child(
                this, layout, Operator.of(layout), Secret.DATABASE_PASSWORD.of(layout), Caches.of(layout.root()));
    }
}
