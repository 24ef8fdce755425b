package io.directpeering.request.peering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

/// Who has what only one live request can have: a name and a facility per peer, a session prefix of all.
@ApplicationScoped
class Holders {

    private final EntityManager database;
    private final Clock clock;

    Holders(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The first thing wanted that a live request has.
    @Transactional
    Optional<Acceptance> of(WantedPeering wanted) {
        return Stream.<Stream<Acceptance>>of(
                        ofLinks(wanted).stream(),
                        ofName(wanted).stream(),
                        ofFacilities(wanted).stream(),
                        ofPrefixes(wanted).stream())
                .flatMap(found -> found)
                .findFirst();
    }

    private static Optional<Acceptance> ofLinks(WantedPeering wanted) {
        for (int i = 0; i < wanted.connections().size(); i++) {
            var adopted = wanted.connections().get(i).adopted();
            @Nullable
            RequestedConnectionRow holder = adopted == null
                    ? null
                    : RequestedConnectionRow.<RequestedConnectionRow>find(
                                    "legacyLink = ?1 and releasedAt is null", adopted.link())
                            .firstResult();
            if (holder != null) {
                return Optional.of(new Acceptance.Taken(
                        "LegacyLinkTaken",
                        LegacyRule.path(i),
                        "The link is adopted, or asked for, already: " + holder.peeringId + ".",
                        holder.peeringId));
            }
        }
        return Optional.empty();
    }

    private static Optional<Acceptance> ofName(WantedPeering wanted) {
        return RequestRow.<RequestRow>find(
                        "peerAsn = ?1 and name = ?2 and releasedAt is null", wanted.peerAsn(), wanted.name())
                .firstResultOptional()
                .map(holder -> new Acceptance.Taken(
                        "NameTaken",
                        "name",
                        "AS" + wanted.peerAsn() + " has a peering named " + wanted.name() + " already, "
                                + holder.peeringId + ". Choose another name.",
                        holder.peeringId));
    }

    private static Optional<Acceptance> ofFacilities(WantedPeering wanted) {
        for (int i = 0; i < wanted.connections().size(); i++) {
            var facility = wanted.connections().get(i).peeringDBFacilityId();
            @Nullable
            RequestedFacilityRow holder = RequestedFacilityRow.find(
                            "peerAsn = ?1 and peeringDBFacilityId = ?2 and releasedAt is null",
                            wanted.peerAsn(),
                            facility)
                    .firstResult();
            if (holder != null) {
                return Optional.of(new Acceptance.Taken(
                        "FacilityTaken",
                        RequestRule.path(i) + ".peeringDBFacilityId",
                        "AS" + wanted.peerAsn() + " has a live request at facility " + facility + " already, "
                                + holder.peeringId + ". Withdraw or deprovision that one first.",
                        holder.peeringId));
            }
        }
        return Optional.empty();
    }

    private Optional<Acceptance> ofPrefixes(WantedPeering wanted) {
        for (int i = 0; i < wanted.connections().size(); i++) {
            var position = i;
            var connection = wanted.connections().get(i);
            var taken = ofPrefix("V4", connection.keptPrefixV4(), position)
                    .or(() -> ofPrefix("V6", connection.keptPrefixV6(), position));
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /// Says nothing about who the holder is: it may be another peer.
    private Optional<Acceptance> ofPrefix(String family, @Nullable String prefix, int connection) {
        if (prefix == null) {
            return Optional.empty();
        }
        // Without the type of a row: with one, the framework keeps a plan for each call, and looks through all of them.
        List<?> holders = database.createNativeQuery(
                        "SELECT text(peering_id) FROM requested_connection WHERE released_at IS NULL AND session_prefix_"
                                + family + " && CAST(:prefix AS cidr)")
                .setParameter("prefix", prefix)
                .setMaxResults(1)
                .getResultList();
        return holders.stream()
                .<Acceptance>map(holder -> new Acceptance.Taken(
                        "SessionPrefixTaken",
                        RequestRule.path(connection) + ".sessionPrefix" + family,
                        "The prefix " + prefix + " overlaps one that is in use. Choose another.",
                        UUID.fromString(String.valueOf(holder))))
                .findFirst();
    }

    /// Frees what a peering no longer needs: the prefixes of connections that are over, facilities in which none is
    /// left, and the name once all are over.
    ///
    /// @return whether anything came free
    @Transactional
    boolean release(PeeringView peering) {
        var now = clock.instant();
        var over = peering.connections().stream().filter(ConnectionView::isOver).toList();
        var left = peering.connections().stream().filter(c -> !c.isOver()).toList();
        if (over.isEmpty()) {
            return false;
        }
        var freed = RequestedConnectionRow.update(
                "releasedAt = ?1 where peeringId = ?2 and connectionId in ?3 and releasedAt is null",
                now,
                peering.peeringId(),
                over.stream().map(ConnectionView::connectionId).toList());
        var facilities = over.stream()
                .map(ConnectionView::peeringDBFacilityId)
                .filter(facility -> left.stream().noneMatch(c -> c.peeringDBFacilityId() == facility))
                .toList();
        if (!facilities.isEmpty()) {
            freed += RequestedFacilityRow.update(
                    "releasedAt = ?1 where peeringId = ?2 and peeringDBFacilityId in ?3 and releasedAt is null",
                    now,
                    peering.peeringId(),
                    facilities);
        }
        if (left.isEmpty()) {
            freed += RequestRow.update(
                    "releasedAt = ?1 where peeringId = ?2 and releasedAt is null", now, peering.peeringId());
        }
        return freed > 0;
    }
}
