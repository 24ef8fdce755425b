package io.directpeering.request.asn;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.RequestScoped;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.problem.Problems;

/// Which networks the current request may be about.
@RequestScoped
public class OwnNetworks {

    private final Caller caller;

    OwnNetworks(Caller caller) {
        this.caller = caller;
    }

    /// Lets pass what is about a network that the caller speaks for.
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 403: it speaks for others
    public void demand(long asn) {
        if (!include(asn)) {
            throw Problems.forbidden("The token does not speak for AS" + asn + ": its claim asns names others.");
        }
    }

    public boolean include(long asn) {
        return caller.speaksFor(asn);
    }

    /// Those that the request may be about; empty: all.
    public Optional<Set<Long>> only() {
        return caller.seesAll() ? Optional.empty() : Optional.of(caller.asns());
    }
}
