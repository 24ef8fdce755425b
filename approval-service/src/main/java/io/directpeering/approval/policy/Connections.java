package io.directpeering.approval.policy;

import java.util.function.BiConsumer;

import io.directpeering.approval.policy.RequestedPeering.Connection;

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
}
