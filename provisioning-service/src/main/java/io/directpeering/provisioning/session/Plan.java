package io.directpeering.provisioning.session;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.directpeering.events.LinkTest;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddresses;
import io.directpeering.provisioning.allocation.Allocation.Allocated;
import io.directpeering.provisioning.allocation.SessionNet;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/// What a connection's router should have: what was asked for, on what was allocated.
///
/// @param linkTest the peer's or our ping over the wire; null: none was run
public record Plan(
        UUID peeringId,
        String router,
        SessionSpec spec,
        List<SessionAddresses> addresses,
        @Nullable LinkTest linkTest) {

    /// @param filters what is taken of a family's routes
    static Plan of(
            Connection connection, Allocated allocated, long operatorAsn, Function<Family, ImportFilter> filters) {
        var snapshot = connection.snapshot();
        var wanted = snapshot.getRequested();
        var spec = new SessionSpec(
                connection.connectionId,
                allocated.port().port,
                operatorAsn,
                connection.peerAsn,
                authentication(wanted),
                allocated.nets().stream()
                        .map(net -> family(net, wanted, filters))
                        .toList());
        return new Plan(
                connection.peeringId,
                allocated.port().router,
                spec,
                allocated.nets().stream().map(SessionNet::addresses).toList(),
                snapshot.getLinkTest());
    }

    private static FamilySpec family(
            SessionNet net, RequestedConnection wanted, Function<Family, ImportFilter> filters) {
        var maxPrefix =
                net.family() == Family.IPV4 ? wanted.getMaxPrefixesAdvertisedV4() : wanted.getMaxPrefixesAdvertisedV6();
        return new FamilySpec(
                net.family(),
                net.peerAddress(),
                net.operatorAddress(),
                net.prefixLength(),
                requireNonNull(maxPrefix, "a family is wanted by its maximum of prefixes"),
                filters.apply(net.family()));
    }

    private static Authentication authentication(RequestedConnection wanted) {
        var keyName = requireNonNullElse(
                wanted.getSessionAuthKeyName(), wanted.getConnectionId().toString());
        return switch (wanted.getSessionAuth()) {
            case NoAuth -> new Authentication.None();
            case Md5 -> new Authentication.Md5(keyName);
            case TcpAo -> new Authentication.TcpAo(keyName);
            case Unknown ->
                throw new IllegalStateException("The session authentication of " + wanted.getConnectionId()
                        + " is of a kind that this version does not know");
        };
    }
}
