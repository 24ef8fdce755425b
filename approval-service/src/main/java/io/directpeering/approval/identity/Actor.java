package io.directpeering.approval.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import io.directpeering.approval.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// The principal of a request, as an authenticating proxy in front of the service names it.
@RequestScoped
public class Actor {

    public static final String HEADER = "X-Forwarded-User";

    private static final Pattern NAME = Pattern.compile("[^\\p{C}]{1,200}");

    private final HttpHeaders headers;

    Actor(@Context HttpHeaders headers) {
        this.headers = headers;
    }

    /// Name of the principal.
    ///
    /// @throws HttpProblem 401: nobody is named, or not in a way that can be recorded
    public String name() {
        var given = headers.getRequestHeader(HEADER);
        var names = (given == null ? List.<String>of() : given)
                .stream().map(String::strip).toList();
        if (names.size() != 1 || !NAME.matcher(names.getFirst()).matches()) {
            throw Problems.unauthorized("Who acts is not known: the header " + HEADER
                    + " must name exactly one principal in 1..200 characters without control characters."
                    + " An authenticating proxy sets it.");
        }
        return names.getFirst();
    }

    /// Whether two names mean the same principal; spelling is no way around four eyes.
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
