package io.directpeering.request.peering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.Peer;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.ValidationState;
import io.directpeering.request.asn.Registrations;
import io.directpeering.request.outbox.Outbox;
import io.directpeering.request.peering.WantedPeering.WantedConnection;
import org.jspecify.annotations.Nullable;

/// Stores a request and its fact in one transaction, if nothing that is there speaks against it. The queries before
/// tell what does; the constraints of the tables make sure, whoever asks at the same moment.
@ApplicationScoped
class RequestStore {

    private final Registrations registrations;
    private final Outbox outbox;
    private final Facts facts;
    private final Holders holders;

    RequestStore(Registrations registrations, Outbox outbox, Facts facts, Holders holders) {
        this.registrations = registrations;
        this.outbox = outbox;
        this.facts = facts;
        this.holders = holders;
    }

    /// @param peeringId id that the peering gets, if it is a new one
    /// @throws jakarta.persistence.PersistenceException another request came first at the same moment: try again
    @Transactional
    Acceptance store(UUID peeringId, WantedPeering wanted, String actor) {
        var repeated = repeated(wanted);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var peer = registrations.find(wanted.peerAsn());
        if (peer.isEmpty() || peer.get().getValidationState() != ValidationState.Approved) {
            return new Acceptance.NotApproved(missing(wanted.peerAsn(), peer));
        }
        var taken = holders.of(wanted);
        if (taken.isPresent()) {
            // By the same request perhaps, that was committed between the two looks.
            return repeated(wanted).or(() -> taken).get();
        }
        return stored(peeringId, wanted, peer.get(), actor);
    }

    private static String missing(long asn, Optional<Peer> peer) {
        return peer.map(known -> "The registration of AS" + asn + " is " + known.getValidationState()
                        + "; a peering can be requested once it is Approved.")
                .orElse("AS" + asn + " is not registered. Register it first, with PUT /peer-asns/" + asn
                        + " and its contacts.");
    }

    /// Whether an earlier request had one of these connection identifiers.
    private static Optional<Acceptance> repeated(WantedPeering wanted) {
        var identifiers = wanted.connections().stream()
                .map(WantedConnection::connectionIdentifier)
                .filter(Objects::nonNull)
                .toList();
        if (identifiers.isEmpty()) {
            return Optional.empty();
        }
        List<RequestedConnectionRow> known = RequestedConnectionRow.list("connectionId in ?1", identifiers);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        @Nullable RequestRow earlier = RequestRow.findById(known.getFirst().peeringId);
        if (earlier != null && earlier.wanted.equals(wanted)) {
            return Optional.of(new Acceptance.Repeated(earlier.peeringId, earlier.eventId));
        }
        return Optional.of(new Acceptance.Taken(
                "ConnectionIdentifierTaken",
                fieldOf(wanted, known.getFirst().connectionId),
                "This connection identifier was used by another request, which asked for something else. "
                        + "Send the same body to repeat that request, or choose a new identifier.",
                null));
    }

    private static String fieldOf(WantedPeering wanted, UUID identifier) {
        for (int i = 0; i < wanted.connections().size(); i++) {
            if (identifier.equals(wanted.connections().get(i).connectionIdentifier())) {
                return RequestRule.path(i) + ".connectionIdentifier";
            }
        }
        return "connections";
    }

    private Acceptance stored(UUID peeringId, WantedPeering wanted, Peer peer, String actor) {
        var metadata = facts.about(peeringId, null, actor);
        var connections =
                wanted.connections().stream().map(WantedConnection::requested).toList();

        var request = new RequestRow();
        request.peeringId = peeringId;
        request.eventId = metadata.getEventId();
        request.peerAsn = wanted.peerAsn();
        request.name = wanted.name();
        request.wanted = wanted;
        request.requestedBy = actor;
        request.requestedAt = metadata.getOccurredAt();
        request.persistAndFlush();
        facilities(wanted).forEach(facility -> facility(request, facility).persist());
        connections.forEach(connection -> connection(request, connection).persist());
        RequestRow.flush();

        outbox.put(new PeeringRequested(
                metadata,
                peer,
                wanted.name(),
                wanted.peeringLocation(),
                wanted.directPeeringType(),
                new ArrayList<>(connections)));
        return new Acceptance.Accepted(peeringId, metadata.getEventId());
    }

    /// In one order for everybody, so that two requests wait for each other and never in a circle.
    private static List<Integer> facilities(WantedPeering wanted) {
        return wanted.connections().stream()
                .map(WantedConnection::peeringDBFacilityId)
                .distinct()
                .sorted()
                .toList();
    }

    private static RequestedFacilityRow facility(RequestRow request, int facilityId) {
        var row = new RequestedFacilityRow();
        row.peeringId = request.peeringId;
        row.peerAsn = request.peerAsn;
        row.peeringDBFacilityId = facilityId;
        return row;
    }

    private static RequestedConnectionRow connection(RequestRow request, RequestedConnection connection) {
        var row = new RequestedConnectionRow();
        row.connectionId = connection.getConnectionId();
        row.peeringId = request.peeringId;
        row.sessionPrefixV4 = connection.getSessionPrefixV4();
        row.sessionPrefixV6 = connection.getSessionPrefixV6();
        return row;
    }
}
