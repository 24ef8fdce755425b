package io.directpeering.local.layout;

import java.nio.file.Path;

/// One process of a service.
///
/// @param number 1, 2, … of those of the service
public record Replica(Services service, int number) {

    /// As it is called: the first as the service, the others with their number.
    public String name() {
        return number == 1 ? service.serviceName() : service.serviceName() + "-" + number;
    }

    public int port(Layout layout) {
        return layout.port(service.port(), number);
    }

    public String url(Layout layout) {
        return layout.url(service.port(), number);
    }

    /// Where it says whether it takes traffic.
    public String readiness(Layout layout) {
        return url(layout) + "/q/health/ready";
    }

    /// What the build has made of it.
    public Path jar(Layout layout) {
        return layout.root().resolve(service.serviceName()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
