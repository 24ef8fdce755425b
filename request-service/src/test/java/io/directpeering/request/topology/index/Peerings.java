package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Origin;
import io.directpeering.events.Peer;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.RoutePolicy;
import io.directpeering.request.topology.Facts;

/// Peerings as chance has them: what they say need not make sense, only be counted.
final class Peerings {

    static final Instant NOW = Instant.parse("2026-11-01T10:30:00Z");
    static final List<Long> ASNS = List.of(64500L, 64501L, 4_199_999_999L);
    static final List<String> LOCATIONS = List.of("Frankfurt", "Amsterdam");
    static final List<Integer> FACILITIES = List.of(18, 58, 60);

    private static final PeeringState[] STATES = PeeringState.values();
    private static final ConnectionState[] CONNECTION_STATES = ConnectionState.values();
    private static final PeeringSnapshot PATTERN = pattern();

    private Peerings() {}

    /// @param number makes its id, and what never changes of it
    static PeeringSnapshot any(int number, long sequence, RandomGenerator chance) {
        var fixed = new java.util.SplittableRandom(number);
        var requestedAt = NOW.minusSeconds(fixed.nextInt(20));
        var asn = ASNS.get(fixed.nextInt(ASNS.size()));
        return PeeringSnapshot.newBuilder(PATTERN)
                .setPeeringId(new UUID(fixed.nextLong(), number))
                .setSequence(sequence)
                .setState(STATES[chance.nextInt(STATES.length)])
                .setRedundant(chance.nextBoolean())
                .setPeeringLocation(LOCATIONS.get(fixed.nextInt(LOCATIONS.size())))
                .setPeer(Peer.newBuilder(PATTERN.getPeer()).setAsn(asn).build())
                .setRequestedAt(requestedAt)
                .setConnections(IntStream.rangeClosed(0, fixed.nextInt(3))
                        .mapToObj(each ->
                                connection(number, each, FACILITIES.get(fixed.nextInt(FACILITIES.size())), chance))
                        .toList())
                .build();
    }

    private static ConnectionSnapshot connection(int number, int each, int facility, RandomGenerator chance) {
        var pattern = PATTERN.getConnections().getFirst();
        var id = new UUID(number, each);
        return ConnectionSnapshot.newBuilder(pattern)
                .setConnectionId(id)
                .setState(CONNECTION_STATES[chance.nextInt(CONNECTION_STATES.length)])
                .setEnteredAt(NOW.minusSeconds(chance.nextInt(2 * 24 * 3600)))
                .setRequested(RequestedConnection.newBuilder(pattern.getRequested())
                        .setConnectionId(id)
                        .setPeeringDBFacilityId(facility)
                        .build())
                .build();
    }

    private static PeeringSnapshot pattern() {
        var request = Facts.ofNewPeering().requested();
        var connection = new ConnectionSnapshot(
                new UUID(0, 0),
                ConnectionState.PendingApproval,
                null,
                1L,
                NOW,
                RoutePolicy.values()[0],
                request.getConnections().getFirst(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                null);
        return new PeeringSnapshot(
                new UUID(0, 0),
                1L,
                NOW,
                PeeringState.PendingApproval,
                false,
                Origin.values()[0],
                request.getPeeringName(),
                request.getPeeringLocation(),
                request.getDirectPeeringType(),
                request.getPeer(),
                "noc@peer.example",
                NOW,
                List.of(connection),
                null,
                null);
    }
}
