package io.directpeering.provisioning.router.host;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.directpeering.provisioning.router.Capability;

/// How a router speaks BGP on all of its peering sessions, whatever the connection.
///
/// @param exports         what the operator's own configuration calls the routes to announce to peers
/// @param imports         what it calls the routes to take from them; empty: all that the specification allows
/// @param holdTimeSeconds proposed to the peer (RFC 4271)
/// @param ttlSecurity     only packets from next door (GTSM, RFC 5082); the peer has to do so too
/// @param bfd             the daemon's BFD watches over the session (RFC 5880)
/// @param role            our role (RFC 9234); empty: none is sent
public record SessionOptions(
        String exports,
        Optional<String> imports,
        int holdTimeSeconds,
        boolean ttlSecurity,
        boolean bfd,
        Optional<String> role) {

    private static final List<String> ROLES = List.of("peer", "provider", "customer");

    public static SessionOptions from(Settings settings) {
        return new SessionOptions(
                settings.symbol("exports"),
                settings.optionalSymbol("imports"),
                settings.number("holdTimeSeconds", 3, 65_535, 90),
                settings.flag("ttlSecurity"),
                settings.flag("bfd"),
                settings.oneOf("role", ROLES));
    }

    public Set<Capability> capabilities() {
        var capabilities = EnumSet.of(Capability.MD5);
        if (ttlSecurity) {
            capabilities.add(Capability.TTL_SECURITY);
        }
        if (bfd) {
            capabilities.add(Capability.BFD);
        }
        if (role.isPresent()) {
            capabilities.add(Capability.ROLE);
        }
        return capabilities;
    }
}
