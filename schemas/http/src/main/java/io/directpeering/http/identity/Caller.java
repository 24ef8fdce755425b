package io.directpeering.http.identity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.RequestScoped;

import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who stands behind the current request: the principal of its bearer token, what it may do, and for which networks it
/// speaks. The name becomes `metadata.actor` of the facts that the request states.
@RequestScoped
public class Caller {

    /// Claim of a peer's token: the AS numbers it speaks for.
    static final String ASNS = "asns";

    private static final Pattern NAME = Pattern.compile("[^\\p{C}]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("\"?([1-9][0-9]{0,9})\"?");

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// The principal's name.
    ///
    /// @throws HttpProblem 401: nobody is named, or not in a way that can be recorded
    public String name() {
        var name = identity.isAnonymous() ? "" : identity.getPrincipal().getName();
        if (name == null || name.isBlank() || !NAME.matcher(name).matches()) {
            throw Problems.unidentified("Who acts is not known: the token must name its principal"
                    + " in 1 to 200 characters without control characters.");
        }
        return name;
    }

    /// Whether two names mean the same principal; spelling is no way around four eyes.
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /// Whether the caller sees the peerings of every network.
    public boolean seesAll() {
        return Stream.of(Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE)
                .anyMatch(identity::hasRole);
    }

    /// Whether the caller may know of what is this network's.
    public boolean speaksFor(long asn) {
        return seesAll() || asns().contains(asn);
    }

    /// Whether people's addresses are hidden from the caller: it reads for statistics.
    public boolean contactsMasked() {
        return identity.hasRole(Roles.ANALYST)
                && Stream.of(Roles.OPERATOR, Roles.APPROVER).noneMatch(identity::hasRole);
    }

    /// The networks a peer speaks for; none where it is no peer.
    public Set<Long> asns() {
        return identity.hasRole(Roles.PEER)
                        && identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(ASNS) instanceof Collection<?> claimed
                ? claimed.stream()
                        .map(each -> NUMBER.matcher(String.valueOf(each)))
                        .filter(number -> number.matches())
                        .map(number -> Long.valueOf(number.group(1)))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
