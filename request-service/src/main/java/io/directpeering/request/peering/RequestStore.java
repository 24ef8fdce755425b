package io.directpeering.request.peering;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.events.Peer;
import io.directpeering.events.RequestedConnection;
import io.directpeering.http.idempotency.Claim;
import io.directpeering.http.idempotency.IdempotencyKeys;
import io.directpeering.request.asn.Registration;
import io.directpeering.request.asn.Registrations;
import io.directpeering.request.outbox.Outbox;
import io.directpeering.request.peering.Commands.Stated;
import io.directpeering.request.peering.WantedPeering.AdoptedLink;
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
    private final IdempotencyKeys keys;

    RequestStore(Registrations registrations, Outbox outbox, Facts facts, Holders holders, IdempotencyKeys keys) {
        this.registrations = registrations;
        this.outbox = outbox;
        this.facts = facts;
        this.holders = holders;
        this.keys = keys;
    }

    /// @param peeringId id that the peering gets, if it is a new one
    /// @throws jakarta.persistence.PersistenceException another request came first at the same moment: try again
    @Transactional
    Acceptance store(UUID peeringId, WantedPeering wanted, Command command) {
        var keyed = command.keyed();
        if (keys.claim(keyed) instanceof Claim.Known known && keyed != null) {
            return new Acceptance.Known(keyed, known);
        }
        var acceptance = judged(peeringId, wanted, command);
        switch (acceptance) {
            case Acceptance.Accepted(var stated) -> keys.bind(keyed, stated);
            case Acceptance.Repeated(var stated) -> keys.bind(keyed, stated);
            case Acceptance.Known _, Acceptance.Taken _, Acceptance.NotApproved _ -> keys.free(keyed);
        }
        return acceptance;
    }

    private Acceptance judged(UUID peeringId, WantedPeering wanted, Command command) {
        var repeated = repeated(wanted);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var registration = registrations.hold(wanted.peerAsn());
        if (registration.isEmpty() || !registration.get().isApproved()) {
            return new Acceptance.NotApproved(missing(wanted.peerAsn(), registration));
        }
        var taken = holders.of(wanted);
        if (taken.isPresent()) {
            // By the same request perhaps, that was committed between the two looks.
            return repeated(wanted).or(() -> taken).get();
        }
        return stored(peeringId, wanted, registration.get().peer(), command);
    }

    private static String missing(long asn, Optional<Registration> registration) {
        var path = "/peer-asns/" + asn;
        if (registration.isEmpty()) {
            return "AS" + asn + " is not registered. Register it first, with PUT " + path + " and its contacts.";
        }
        var state = registration.get().peer().getValidationState();
        var reason = registration.get().reason();
        return "The registration of AS" + asn + " is " + state + (reason == null ? "" : " (" + reason + ")")
                + "; a peering can be requested once it is Approved. "
                + switch (state) {
                    case Pending, Approved -> "The operator looks at it: GET " + path + " shows what was found.";
                    case None, Failed, Unknown -> "Mend it with PUT " + path + "; it is looked at again then.";
                };
    }

    private static Optional<Acceptance> repeated(WantedPeering wanted) {
        return wanted.adopts() ? adopted(wanted) : identified(wanted);
    }

    /// Whether a live request asks for just the same links.
    private static Optional<Acceptance> adopted(WantedPeering wanted) {
        var links = wanted.connections().stream()
                .map(WantedConnection::adopted)
                .filter(Objects::nonNull)
                .map(AdoptedLink::link)
                .toList();
        return RequestedConnectionRow.<RequestedConnectionRow>find("legacyLink in ?1 and releasedAt is null", links)
                .firstResultOptional()
                .flatMap(known -> RequestRow.<RequestRow>findByIdOptional(known.peeringId))
                .filter(earlier -> earlier.wanted.equals(wanted))
                .map(earlier -> new Acceptance.Repeated(Stated.of(earlier.peeringId, earlier.eventId, Status.OK)));
    }

    /// Whether an earlier request had one of these connection identifiers.
    private static Optional<Acceptance> identified(WantedPeering wanted) {
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
            return Optional.of(new Acceptance.Repeated(Stated.of(earlier.peeringId, earlier.eventId, Status.OK)));
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

    private Acceptance stored(UUID peeringId, WantedPeering wanted, Peer peer, Command command) {
        var metadata = facts.opening(peeringId, command.actor());
        var connections =
                wanted.connections().stream().map(WantedConnection::requested).toList();

        var request = new RequestRow();
        request.peeringId = peeringId;
        request.eventId = metadata.getEventId();
        request.peerAsn = wanted.peerAsn();
        request.name = wanted.name();
        request.wanted = wanted;
        request.requestedBy = command.actor();
        request.requestedAt = metadata.getOccurredAt();
        request.persistAndFlush();
        facilities(wanted).forEach(facility -> facility(request, facility).persist());
        for (int i = 0; i < connections.size(); i++) {
            connection(request, wanted.connections().get(i), connections.get(i)).persist();
        }
        RequestRow.flush();

        outbox.put(facts.requested(metadata, peer, wanted, connections));
        return new Acceptance.Accepted(Stated.of(peeringId, metadata.getEventId(), Status.CREATED));
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

    private static RequestedConnectionRow connection(
            RequestRow request, WantedConnection wanted, RequestedConnection connection) {
        var row = new RequestedConnectionRow();
        row.connectionId = connection.getConnectionId();
        row.peeringId = request.peeringId;
        row.sessionPrefixV4 = wanted.keptPrefixV4();
        row.sessionPrefixV6 = wanted.keptPrefixV6();
        row.legacyLink = wanted.adopted() == null ? null : wanted.adopted().link();
        return row;
    }
}
