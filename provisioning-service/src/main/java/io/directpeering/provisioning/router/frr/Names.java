package io.directpeering.provisioning.router.frr;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.SessionSpec;

import static java.util.Objects.requireNonNullElse;

/// How what is ours is called on a router with FRR.
record Names(UUID connectionId) {

    private static final Pattern OURS = Pattern.compile("DP-([0-9a-f-]{36})-.*");
    private static final Pattern DESCRIPTION =
            Pattern.compile("dp ([0-9a-f-]{36}) ([0-9a-f]{32}|-)(?: ([0-9a-f]{16}))?");
    private static final String UNFINISHED = "-";

    /// What a neighbour's description tells.
    ///
    /// @param specHash   empty: the session is not finished
    /// @param filterHash empty: it was finished before filters had names
    record Described(UUID connectionId, String specHash, String filterHash) {

        static Optional<Described> in(String description) {
            var text = DESCRIPTION.matcher(description);
            return text.matches()
                    ? Optional.of(new Described(
                            UUID.fromString(text.group(1)),
                            text.group(2).equals(UNFINISHED) ? "" : text.group(2),
                            requireNonNullElse(text.group(3), "")))
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

    /// A changed list is another list, so that one line takes a session from the one to the other.
    ///
    /// @param filterHash of the specification whose list it is
    String list(Family family, String filterHash) {
        return "DP-" + connectionId + "-" + suffix(family) + "-" + filterHash;
    }

    String unfinished() {
        return "dp " + connectionId + " " + UNFINISHED;
    }

    static String finished(SessionSpec spec) {
        return "dp " + spec.connectionId() + " " + spec.hash() + " " + spec.filterHash();
    }

    private static String suffix(Family family) {
        return switch (family) {
            case IPV4 -> "V4";
            case IPV6 -> "V6";
        };
    }
}
