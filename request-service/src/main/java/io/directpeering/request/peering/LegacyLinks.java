package io.directpeering.request.peering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.request.catalogue.Catalogue;
import io.directpeering.request.catalogue.Facility;
import io.directpeering.request.catalogue.LegacyLink;
import io.directpeering.request.catalogue.Location;
import org.jspecify.annotations.Nullable;

/// The links from before this system, and who has them.
@ApplicationScoped
class LegacyLinks {

    private final Catalogue catalogue;
    private final Holders holders;
    private final Whereabouts whereabouts;

    LegacyLinks(Catalogue catalogue, Holders holders, Whereabouts whereabouts) {
        this.catalogue = catalogue;
        this.holders = holders;
        this.whereabouts = whereabouts;
    }

    /// The peer's links at a location. Who has them may have to be asked of another instance, so no transaction is open
    /// meanwhile.
    List<LegacyLinkView> of(long asn, @Nullable Location location) {
        return catalogue.locations().stream()
                .filter(each -> location == null || location.equals(each))
                .flatMap(each -> catalogue.legacyLinks().stream()
                        .filter(link -> link.peerAsn() == asn)
                        .flatMap(link ->
                                catalogue.facilityOf(link, each).stream().map(facility -> view(link, each, facility))))
                .toList();
    }

    private LegacyLinkView view(LegacyLink link, Location location, Facility facility) {
        return new LegacyLinkView(
                link.name(),
                link.peerAsn(),
                location.name(),
                facility.peeringDBFacilityId(),
                facility.name(),
                link.bandwidthInMbps(),
                link.port().rack(),
                link.port().patchPanel(),
                link.port().patchPanelPort(),
                link.sessions().stream().map(LegacyLinks::session).toList(),
                holder(link.name()).filter(this::isLive).orElse(null));
    }

    private static LegacyLinkView.Session session(LegacyLink.Session session) {
        var addresses = SessionPrefixRule.addresses(session.prefix());
        return new LegacyLinkView.Session(
                addresses.getFamily(),
                addresses.getPrefix(),
                addresses.getPeerAddress(),
                addresses.getOperatorAddress(),
                session.maxPrefixesAdvertised());
    }

    private static Optional<UUID> holder(String link) {
        return RequestedConnectionRow.<RequestedConnectionRow>find("legacyLink = ?1 and releasedAt is null", link)
                .firstResultOptional()
                .map(row -> row.peeringId);
    }

    private boolean isLive(UUID peeringId) {
        return whereabouts
                .of(peeringId)
                .map(peering -> peering.connections().stream().anyMatch(connection -> !connection.isOver()))
                .orElse(true);
    }

    /// Frees the links that peerings still have which are over.
    void freeEnded(WantedPeering wanted) {
        wanted.connections().stream()
                .flatMap(connection -> Optional.ofNullable(connection.adopted()).stream())
                .flatMap(adopted -> holder(adopted.link()).stream())
                .distinct()
                .forEach(holder -> whereabouts.of(holder).ifPresent(holders::release));
    }
}
