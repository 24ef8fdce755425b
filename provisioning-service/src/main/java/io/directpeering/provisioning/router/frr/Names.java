package io.directpeering.provisioning.router.frr;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.SessionSpec;

/// How what is ours is called on a router with FRR.
record Names(UUID connectionId) {

    private static final Pattern OURS = Pattern.compile("DP-([0-9a-f-]{36})-.*");
    private static final Pattern DESCRIPTION = Pattern.compile("dp ([0-9a-f-]{36}) ([0-9a-f]{32}|-)");
    private static final String UNFINISHED = "-";

    /// What a neighbour's description tells.
    ///
    /// @param specHash empty: the session is not finished
    record Described(UUID connectionId, String specHash) {

        static Optional<Described> in(String description) {
            var text = DESCRIPTION.matcher(description);
            return text.matches()
                    ? Optional.of(new Described(
                            UUID.fromString(text.group(1)), text.group(2).equals(UNFINISHED) ? "" : text.group(2)))
                    : Optional.empty();
        }
    }

    /// Whose the route-map or prefix-list is; empty: it is not ours.
    static Optional<UUID> owner(String name) {
        var ours = OURS.matcher(name);
        return ours.matches() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }

    /// The route-map that denies everything or nothing.
    String gate() {
        return "DP-" + connectionId + "-GATE";
    }

    String in(Family family) {
        return "DP-" + connectionId + "-" + suffix(family) + "-IN";
    }

    String out() {
        return "DP-" + connectionId + "-OUT";
    }

    String list(Family family) {
        return "DP-" + connectionId + "-" + suffix(family);
    }

    String unfinished() {
        return "dp " + connectionId + " " + UNFINISHED;
    }

    static String finished(SessionSpec spec) {
        return "dp " + spec.connectionId() + " " + spec.hash();
    }

    private static String suffix(Family family) {
        return switch (family) {
            case IPV4 -> "V4";
            case IPV6 -> "V6";
        };
    }
}
