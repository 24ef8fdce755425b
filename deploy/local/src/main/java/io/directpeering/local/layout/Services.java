package io.directpeering.local.layout;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;
import io.directpeering.schemas.Topics;

/// The four services.
public enum Services {
    REQUEST(Topics.REQUEST_SERVICE, "request", Port.REQUEST_SERVICE),
    APPROVAL(Topics.APPROVAL_SERVICE, "approval", Port.APPROVAL_SERVICE),
    PROVISIONING(Topics.PROVISIONING_SERVICE, "provisioning", Port.PROVISIONING_SERVICE),
    NOTIFICATION(Topics.NOTIFICATION_SERVICE, "notification", Port.NOTIFICATION_SERVICE);

    private final String serviceName;
    private final String database;
    private final Port port;

    Services(String serviceName, String database, Port port) {
        this.serviceName = serviceName;
        this.database = database;
        this.port = port;
    }

    /// All but those named.
    ///
    /// @throws Trouble there is no service of such a name
    public static Set<Services> without(Collection<String> names) {
        var wanted = EnumSet.allOf(Services.class);
        for (var name : names) {
            if (!wanted.removeIf(service -> service.serviceName.equals(name))) {
                throw new Trouble("There is no service '%s'. There are: %s."
                        .formatted(
                                name,
                                Stream.of(values()).map(Services::serviceName).collect(Collectors.joining(", "))));
            }
        }
        return wanted;
    }

    public String serviceName() {
        return serviceName;
    }

    public String database() {
        return database;
    }

    public Port port() {
        return port;
    }
}
