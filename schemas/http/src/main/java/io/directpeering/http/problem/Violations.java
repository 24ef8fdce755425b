package io.directpeering.http.problem;

import java.util.ArrayList;
import java.util.List;

/// Everything that is wrong with one request, so that a client mends it in one go. Filled by the rules while they
/// read; the endpoint refuses the request if any was found.
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /// Notes what is wrong.
    public void add(String field, String message) {
        found.add(new Violation(field, message));
    }

    /// Notes it where the rule does not hold, and says whether it holds.
    public boolean check(boolean holds, String field, String message) {
        if (!holds) {
            add(field, message);
        }
        return holds;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> all() {
        return List.copyOf(found);
    }

    /// Ends the request with a 400 that names every field, if anything is wrong.
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problems.invalid(found);
        }
    }
}
