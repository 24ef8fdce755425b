package io.directpeering.request.peering;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Singleton;

import io.directpeering.events.Demarcation;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.LegacyConnection;
import io.directpeering.events.LegacyConversionRequested;
import io.directpeering.events.Peer;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.RequestedConnection;
import io.directpeering.request.catalogue.Catalogue;
import io.directpeering.request.catalogue.Facility;
import io.directpeering.request.catalogue.LegacyLink;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// How the facts of the front door begin, and the one that a peering begins with.
@Singleton
class Facts {

    private final Clock clock;
    private final Catalogue catalogue;

    Facts(Clock clock, Catalogue catalogue) {
        this.clock = clock;
        this.catalogue = catalogue;
    }

    /// Metadata of a new fact about a connection; null: about the whole peering.
    EventMetadata about(UUID peeringId, @Nullable UUID connectionId, Command command) {
        return metadata(peeringId, connectionId, command.actor(), command.expects());
    }

    /// Metadata of the fact that a peering begins with: nothing can be expected of what is not there.
    EventMetadata opening(UUID peeringId, String actor) {
        return metadata(peeringId, null, actor, null);
    }

    private EventMetadata metadata(UUID peeringId, @Nullable UUID connectionId, String actor, @Nullable Long expects) {
        return new EventMetadata(
                UUID.randomUUID(),
                peeringId,
                connectionId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Topics.REQUEST_SERVICE,
                actor,
                null,
                expects);
    }

    /// The fact that states a request.
    SpecificRecord requested(
            EventMetadata metadata, Peer peer, WantedPeering wanted, List<RequestedConnection> connections) {
        if (!wanted.adopts()) {
            return new PeeringRequested(
                    metadata,
                    peer,
                    wanted.name(),
                    wanted.peeringLocation(),
                    wanted.directPeeringType(),
                    new ArrayList<>(connections));
        }
        var adopted = new ArrayList<LegacyConnection>();
        for (int i = 0; i < connections.size(); i++) {
            adopted.add(adopted(wanted, wanted.connections().get(i), connections.get(i)));
        }
        return new LegacyConversionRequested(
                metadata, peer, wanted.name(), wanted.peeringLocation(), wanted.directPeeringType(), adopted);
    }

    private LegacyConnection adopted(
            WantedPeering wanted, WantedPeering.WantedConnection connection, RequestedConnection requested) {
        var adopted = connection.adopted();
        if (adopted == null) {
            throw new IllegalArgumentException("A peering is adopted as a whole, or not at all");
        }
        var link = catalogue.legacyLink(adopted.link()).orElseThrow();
        var facility = catalogue
                .location(wanted.peeringLocation())
                .flatMap(location -> catalogue.facilityOf(link, location))
                .orElseThrow();
        return new LegacyConnection(
                requested,
                link.name(),
                demarcation(link, facility),
                new ArrayList<>(link.sessions().stream()
                        .map(session -> SessionPrefixRule.addresses(session.prefix()))
                        .toList()));
    }

    private static Demarcation demarcation(LegacyLink link, Facility facility) {
        var port = link.port();
        return new Demarcation(
                facility.peeringDBFacilityId(),
                facility.name(),
                link.router(),
                port.name(),
                port.rack(),
                port.patchPanel(),
                port.patchPanelPort(),
                port.media(),
                port.connector(),
                port.duplex());
    }
}
