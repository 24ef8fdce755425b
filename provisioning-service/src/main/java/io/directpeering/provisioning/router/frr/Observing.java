package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;

/// Looks at the connections on a router with FRR.
final class Observing {

    private final FrrSettings settings;
    private final String router;
    private final Neighbors neighbors = new Neighbors();

    Observing(FrrSettings settings, String router) {
        this.settings = settings;
        this.router = router;
    }

    Answer<List<Sighting>> all() {
        try (var vty = Vty.open(settings.bgpd())) {
            var running = RunningConfig.read(vty.run("show running-config"));
            var told = neighbors.all(vty);
            var sightings = new ArrayList<Sighting>();
            for (var connection : running.connections()) {
                sightings.add(sighting(vty, connection, running, told));
            }
            return new Answer.Done<>(sightings);
        } catch (IOException e) {
            return new Answer.Unreachable<>(router + ": " + e.getMessage());
        }
    }

    Answer<Optional<Sighting>> one(UUID connectionId) {
        try (var vty = Vty.open(settings.bgpd())) {
            var running = RunningConfig.read(vty.run("show running-config"));
            return new Answer.Done<>(
                    running.connections().contains(connectionId)
                            ? Optional.of(sighting(vty, connectionId, running, neighbors.all(vty)))
                            : Optional.empty());
        } catch (IOException e) {
            return new Answer.Unreachable<>(router + ": " + e.getMessage());
        }
    }

    /// What a connection still lets through; empty: nothing.
    Optional<String> stillThrough(Vty vty, UUID connectionId) throws IOException {
        var running = RunningConfig.read(vty.run("show running-config"));
        return sighting(vty, connectionId, running, neighbors.all(vty)).sessions().stream()
                .filter(session -> session.prefixesAccepted() + session.prefixesAdvertised() > 0)
                .findFirst()
                .map(session -> session.family().label() + ": " + session.prefixesAccepted() + " prefixes accepted, "
                        + session.prefixesAdvertised() + " advertised");
    }

    private Sighting sighting(Vty vty, UUID connectionId, RunningConfig running, JsonNode told) throws IOException {
        var sessions = new ArrayList<SessionSighting>();
        var policy = running.policy(connectionId);
        var described = new LinkedHashSet<Names.Described>();
        for (var address : running.neighborsOf(connectionId)) {
            var family = address.contains(":") ? Family.IPV6 : Family.IPV4;
            sessions.add(neighbors.session(vty, told, address, family, policy == Policy.DENY_ALL));
            running.neighbor(address).described().ifPresent(described::add);
        }
        sessions.sort(Comparator.comparing(SessionSighting::family));
        // Half of a change is neither what was nor what is to be.
        var whole = described.size() == 1 ? described.getFirst() : new Names.Described(connectionId, "", "");
        return new Sighting(connectionId, whole.specHash(), whole.filterHash(), policy, sessions);
    }
}
