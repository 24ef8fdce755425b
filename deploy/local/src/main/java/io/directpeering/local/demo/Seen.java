package io.directpeering.local.demo;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/// A peering as `GET /peerings/{id}` shows it.
record Seen(JsonNode body) {

    long sequence() {
        return body.path("sequence").asLong();
    }

    List<JsonNode> connections() {
        return StreamSupport.stream(body.path("connections").spliterator(), false)
                .toList();
    }

    List<String> states() {
        return all("state");
    }

    List<String> routePolicies() {
        return all("routePolicy");
    }

    boolean everyConnectionIs(String state) {
        return states().stream().allMatch(state::equals);
    }

    /// Whether every session of every connection is Established, and there are some.
    boolean everySessionIsEstablished() {
        return connections().stream()
                .allMatch(connection -> !connection.path("sessions").isEmpty()
                        && StreamSupport.stream(connection.path("sessions").spliterator(), false)
                                .allMatch(session ->
                                        session.path("bgpSessionState").asText().equals("Established")));
    }

    private List<String> all(String field) {
        return connections().stream()
                .map(connection -> connection.path(field).asText())
                .toList();
    }
}
