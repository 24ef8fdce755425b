package io.directpeering.provisioning.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.provisioning.allocation.Allocation.Allocated;
import io.directpeering.provisioning.allocation.Allocation.Impossible;
import io.directpeering.provisioning.allocation.PortChoice.Chosen;
import io.directpeering.provisioning.allocation.PortChoice.PortName;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.router.Family;
import org.jspecify.annotations.Nullable;

/// Gives ports and addresses to connections, and takes them back.
@ApplicationScoped
public class Allocations {

    private final Catalogue catalogue;
    private final EntityManager database;

    Allocations(Catalogue catalogue, EntityManager database) {
        this.catalogue = catalogue;
        this.database = database;
    }

    /// What the connection has, and what it lacks out of what is free. What it has, it keeps.
    @Transactional(TxType.MANDATORY)
    public Allocation allocate(UUID peeringId, RequestedConnection wanted) {
        // One at a time: the choice rests on what is free. The constraints hold without it.
        database.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('allocation', 0))) l")
                .getSingleResult();
        var connection = wanted.getConnectionId();
        var keeps = nets(connection);
        var nets = new ArrayList<SessionNet>();
        for (var family : families(wanted)) {
            switch (net(keeps, family, wanted)) {
                case NetChoice.Chose(var net) -> nets.add(net);
                case NetChoice.None(var reason) -> {
                    return new Impossible(reason);
                }
            }
        }
        Optional<PortAssignment> kept = PortAssignment.findByIdOptional(connection);
        var port = kept.or(() -> choose(peeringId, wanted).map(chosen -> assign(peeringId, connection, chosen)));
        if (port.isEmpty()) {
            return new Impossible("No port of " + wanted.getBandwidthInMbps() + " Mbps is free in "
                    + facilityName(wanted.getPeeringDBFacilityId())
                    + ". Retry when one is, or ask for another facility at the location.");
        }
        nets.stream()
                .filter(net -> !keeps.contains(net))
                .forEach(net -> SessionPrefix.of(connection, net).persist());
        return new Allocated(port.get(), List.copyOf(nets));
    }

    /// What the connection has; empty: no port.
    @Transactional
    public Optional<Allocated> of(UUID connectionId) {
        return PortAssignment.<PortAssignment>findByIdOptional(connectionId)
                .map(port -> new Allocated(port, nets(connectionId)));
    }

    /// The connection's; empty: it has none.
    @Transactional
    public Optional<PortAssignment> port(UUID connectionId) {
        return PortAssignment.findByIdOptional(connectionId);
    }

    /// Frees what the connection has.
    @Transactional(TxType.MANDATORY)
    public void release(UUID connectionId) {
        PortAssignment.deleteById(connectionId);
        SessionPrefix.delete("session.connectionId", connectionId);
    }

    public String facilityName(int peeringDBFacilityId) {
        return catalogue
                .facility(peeringDBFacilityId)
                .map(Catalogue.Facility::name)
                .orElse("facility " + peeringDBFacilityId);
    }

    private Optional<Chosen> choose(UUID peeringId, RequestedConnection wanted) {
        var routers = catalogue.routersAt(wanted.getPeeringDBFacilityId());
        var names = routers.stream().map(router -> router.name()).toList();
        // Not as entities: each of them would be looked at again at every flush of this transaction.
        var taken = Set.copyOf(
                database.createQuery("SELECT router, port FROM PortAssignment WHERE router IN :names", PortName.class)
                        .setParameter("names", names)
                        .getResultList());
        var siblings = Set.copyOf(
                database.createQuery("SELECT router FROM PortAssignment WHERE peeringId = :peering", String.class)
                        .setParameter("peering", peeringId)
                        .getResultList());
        return new PortChoice(taken, siblings).choose(routers, wanted.getBandwidthInMbps());
    }

    private static PortAssignment assign(UUID peeringId, UUID connectionId, Chosen chosen) {
        var port = chosen.port();
        var row = new PortAssignment();
        row.connectionId = connectionId;
        row.peeringId = peeringId;
        row.router = chosen.router().name();
        row.port = port.name();
        row.rack = port.rack();
        row.patchPanel = port.patchPanel();
        row.patchPanelPort = port.patchPanelPort();
        row.media = port.media();
        row.connector = port.connector();
        row.duplex = port.duplex();
        row.persist();
        return row;
    }

    private sealed interface NetChoice {

        record Chose(SessionNet net) implements NetChoice {}

        record None(String reason) implements NetChoice {}
    }

    private static List<SessionNet> nets(UUID connectionId) {
        return SessionPrefix.<SessionPrefix>list("session.connectionId = ?1 order by session.family", connectionId)
                .stream()
                .map(row -> SessionNet.of(row.prefix))
                .toList();
    }

    private NetChoice net(List<SessionNet> keeps, Family family, RequestedConnection wanted) {
        var kept = keeps.stream().filter(net -> net.family() == family).findFirst();
        if (kept.isPresent()) {
            return new NetChoice.Chose(kept.get());
        }
        return wanted.getSessionAddressProvider() == SessionAddressProvider.Peer
                ? peersNet(family, family == Family.IPV4 ? wanted.getSessionPrefixV4() : wanted.getSessionPrefixV6())
                : operatorsNet(family);
    }

    private NetChoice operatorsNet(Family family) {
        var pools = catalogue.sessionPools();
        var free = (family == Family.IPV4 ? pools.ipv4() : pools.ipv6())
                .stream()
                        .flatMap(pool -> SessionPrefix.lowestFree(pool, family).stream())
                        .findFirst();
        return free.isPresent()
                ? new NetChoice.Chose(SessionNet.of(free.get()))
                : new NetChoice.None("No " + family.label()
                        + " session prefix is free in the operator's pools. Retry when one is, or bring your own.");
    }

    private NetChoice peersNet(Family family, @Nullable String prefix) {
        if (prefix == null) {
            return new NetChoice.None("The peer provides the session addresses, but gave no " + family.label()
                    + " prefix. Request the connection again with one.");
        }
        try {
            var net = SessionNet.of(prefix);
            var overlapping = ((Number) database.createNativeQuery(
                                    "SELECT count(*) FROM session_prefix WHERE prefix && cast(:prefix AS inet)")
                            .setParameter("prefix", net.prefix())
                            .getSingleResult())
                    .intValue();
            return overlapping == 0
                    ? new NetChoice.Chose(net)
                    : new NetChoice.None("The session prefix " + prefix
                            + " overlaps that of another session. Request the connection again with another.");
        } catch (IllegalArgumentException e) {
            return new NetChoice.None(e.getMessage() + ". Request the connection again with such a prefix.");
        }
    }

    private static List<Family> families(RequestedConnection wanted) {
        var families = new ArrayList<Family>();
        if (wanted.getMaxPrefixesAdvertisedV4() != null) {
            families.add(Family.IPV4);
        }
        if (wanted.getMaxPrefixesAdvertisedV6() != null) {
            families.add(Family.IPV6);
        }
        return families;
    }
}
