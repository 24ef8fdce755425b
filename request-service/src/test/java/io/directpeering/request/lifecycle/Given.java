package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Peerings and facts to test with.
final class Given {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    static final UUID PEERING = new UUID(1, 1);
    static final UUID FIRST = new UUID(2, 1);
    static final UUID SECOND = new UUID(2, 2);

    static final Terms TERMS = new Terms(
            new Terms.Peer(
                    64500,
                    "Example",
                    "Approved",
                    List.of(new Terms.Contact("Noc", null, "noc@example.net", "+1 555 0100"))),
            "fra-1",
            "Frankfurt",
            "Edge");
    static final Demarcation PORT = new Demarcation(
            58, "FRA1", "fra1-edge1", "et-0/0/1", "A12", "PP-3", "1-2", "10GBASE-LR", "LC/UPC", "Duplex");
    static final List<SessionAddresses> SESSIONS =
            List.of(new SessionAddresses("IPv4", "198.51.100.0/31", "198.51.100.0", "198.51.100.1"));
    static final Loa LOA = new Loa("LOA-1", NOW, NOW.plusSeconds(3600), "K7QM-2XW9");
    static final LinkTest PASSED = new LinkTest(true, 5, 5, 0.4, null, 0.3, 0.6);

    static final Maintenance WORK = new Maintenance(
            new UUID(3, 1),
            NOW.plusSeconds(3600),
            NOW.plusSeconds(7200),
            "Outage",
            "new optics",
            Maintenance.Status.Announced);

    /// Every fact, by its name on the wire.
    static final Map<String, Function<Metadata, Event>> FACTS = Map.ofEntries(
            Map.entry("PeeringRequested", it -> new Event.PeeringRequested(it, TERMS, List.of(requested(FIRST)))),
            Map.entry(
                    "LegacyConversionRequested",
                    it -> new Event.LegacyConversionRequested(
                            it, TERMS, List.of(new LegacyConnection(requested(FIRST), PORT, SESSIONS)))),
            Map.entry(
                    "InformationRequested",
                    it -> new Event.InformationRequested(it, "Which router?", NOW.plusSeconds(86_400))),
            Map.entry("InformationProvided", Event.InformationProvided::new),
            Map.entry("Approved", Event.Approved::new),
            Map.entry("Rejected", it -> new Event.Rejected(it, "no")),
            Map.entry("LoaIssued", it -> new Event.LoaIssued(it, LOA, PORT, SESSIONS)),
            Map.entry("LoaRevoked", it -> new Event.LoaRevoked(it, LOA.number())),
            Map.entry("LinkTested", it -> new Event.LinkTested(it, PASSED)),
            Map.entry("WiringCompleted", it -> new Event.WiringCompleted(it, "XC-1", null)),
            Map.entry("BgpSessionProvisioned", it -> new Event.BgpSessionProvisioned(it, SESSIONS)),
            Map.entry("BgpValidated", Event.BgpValidated::new),
            Map.entry("BgpValidationFailed", it -> new Event.BgpValidationFailed(it, "flaps")),
            Map.entry("TrafficOpened", Event.TrafficOpened::new),
            Map.entry("ProvisioningAborted", it -> new Event.ProvisioningAborted(it, "no port")),
            Map.entry("RetryRequested", Event.RetryRequested::new),
            Map.entry("DeprovisionRequested", it -> new Event.DeprovisionRequested(it, "moving")),
            Map.entry("Deprovisioned", Event.Deprovisioned::new),
            Map.entry("MaintenanceAnnounced", it -> new Event.MaintenanceAnnounced(it, WORK)),
            Map.entry("MaintenanceStarted", it -> new Event.MaintenanceStarted(it, WORK.id())),
            Map.entry("MaintenanceCompleted", it -> new Event.MaintenanceCompleted(it, WORK.id())),
            Map.entry("MaintenanceCancelled", it -> new Event.MaintenanceCancelled(it, WORK.id(), null)),
            Map.entry("StageOverdue", Event.StageOverdue::new));

    /// The same about a peering with two connections.
    static final Map<String, Function<Metadata, Event>> FACTS_OF_TWO = ofTwo();

    private Given() {}

    private static Map<String, Function<Metadata, Event>> ofTwo() {
        var all = new HashMap<>(FACTS);
        all.put(
                "PeeringRequested",
                it -> new Event.PeeringRequested(it, TERMS, List.of(requested(FIRST), requested(SECOND))));
        all.put(
                "LegacyConversionRequested",
                it -> new Event.LegacyConversionRequested(
                        it,
                        TERMS,
                        List.of(
                                new LegacyConnection(requested(FIRST), PORT, SESSIONS),
                                new LegacyConnection(requested(SECOND), PORT, SESSIONS))));
        return all;
    }

    static Event fact(String word, @Nullable UUID connectionId) {
        return fact(word, connectionId, null);
    }

    static Event fact(String word, @Nullable UUID connectionId, @Nullable Long answers) {
        return fact(word, connectionId, answers, null);
    }

    static Event fact(String word, @Nullable UUID connectionId, @Nullable Long answers, @Nullable Long expects) {
        return Objects.requireNonNull(FACTS.get(word), word)
                .apply(new Metadata(UUID.randomUUID(), PEERING, connectionId, NOW, "somebody", answers, expects));
    }

    static RequestedConnection requested(UUID connectionId) {
        return new RequestedConnection(connectionId, 58, 10_000, "Operator", null, null, 100, null, "NoAuth", null);
    }

    /// A peering at sequence 10 whose connections (first, second, …) entered these states with transition 5.
    static Peering peering(ConnectionState... states) {
        return peering(Origin.New, states);
    }

    static Peering peering(Origin origin, ConnectionState... states) {
        var ids = List.of(FIRST, SECOND, new UUID(2, 3)).iterator();
        var connections = Arrays.stream(states)
                .map(state ->
                        new Connection(requested(ids.next()), state, 5, NOW, RoutePolicy.NoSession, Wire.NONE, null))
                .toList();
        return new Peering(PEERING, 10, NOW, origin, TERMS, "peer", NOW, connections, Inquiry.NONE);
    }

    static Outcome step(@Nullable Peering peering, Event fact) {
        return Lifecycle.step(new Past(peering, null), fact);
    }

    /// The peering after these facts, each of which must be accepted; from the first connection's point of view.
    static Peering after(String... words) {
        @Nullable Peering peering = null;
        for (var word : words) {
            peering = accepted(step(peering, fact(word, null)));
        }
        return Objects.requireNonNull(peering);
    }

    /// The peering after another fact, which must be accepted.
    static Peering next(Peering peering, String word) {
        return accepted(step(peering, fact(word, null)));
    }

    static Peering accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Advanced(var peering, var _) -> peering;
            case Outcome.Recorded(var peering) -> peering;
            case Outcome.Refused refused ->
                throw new AssertionError(refused.verdict().reason());
            case Outcome.Repeated _ -> throw new AssertionError("repeated");
        };
    }

    static Outcome.Refused refused(Outcome outcome) {
        return (Outcome.Refused) outcome;
    }
}
