package io.directpeering.approval.policy;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.directpeering.approval.policy.RequestedPeering.Connection;
import org.jspecify.annotations.Nullable;

/// Names connections in evidence the way people count them.
final class Connections {

    private Connections() {}

    static void each(RequestedPeering request, BiConsumer<String, Connection> look) {
        int number = 0;
        for (Connection connection : request.connections()) {
            number++;
            look.accept("Connection %d (facility %d)".formatted(number, connection.peeringDBFacilityId()), connection);
        }
    }

    /// A value of each connection, to be quoted.
    static String values(RequestedPeering request, Function<Connection, @Nullable Object> value) {
        return request.connections().stream()
                .map(value)
                .map(each -> each == null ? "none" : each.toString())
                .collect(Collectors.joining(", "));
    }
}
