package io.directpeering.notification.asking;

import java.util.Set;
import jakarta.enterprise.context.RequestScoped;

/// Who asks.
@RequestScoped
public class Caller {

    public String name() {
        return "operator";
    }

    public boolean hasRole(String role) {
        return true;
    }

    public boolean seesAll() {
        return true;
    }

    public boolean speaksFor(long asn) {
        return true;
    }

    public boolean contactsMasked() {
        return false;
    }

    public Set<Long> asns() {
        return Set.of();
    }
}
