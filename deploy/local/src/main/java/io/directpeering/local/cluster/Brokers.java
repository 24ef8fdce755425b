package io.directpeering.local.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;

/// Where the brokers are, and how one speaks to them.
///
/// @param number 1: one that takes whoever reaches its loopback port; more: they ask for a name and a password
public record Brokers(Layout layout, int number) {

    /// Whether they ask who comes.
    public boolean ask() {
        return number > 1;
    }

    public String bootstrapServers() {
        return numbers().mapToObj(node -> layout.address(Port.BROKER, node)).collect(Collectors.joining(","));
    }

    /// Copies of each partition.
    public short replicationFactor() {
        return (short) number;
    }

    /// Copies that must have a record before it counts as written.
    int inSync() {
        return number / 2 + 1;
    }

    /// 1, 2, …
    public IntStream numbers() {
        return IntStream.rangeClosed(1, number);
    }

    /// Settings of a Kafka client.
    ///
    /// @param principal as whom it comes: a user in `deploy/kubernetes`, or [Principal#ADMIN]
    public Map<String, String> client(String principal) throws IOException {
        return ask()
                ? new Principal(layout, principal).client(bootstrapServers())
                : Map.of("bootstrap.servers", bootstrapServers());
    }
}
