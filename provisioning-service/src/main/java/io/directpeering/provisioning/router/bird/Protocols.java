package io.directpeering.provisioning.router.bird;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/// Reads `show protocols all`.
final class Protocols {

    /// One of our protocols as the daemon runs it.
    ///
    /// @param filterHash empty: the file was written before filters had names
    record Seen(UUID connectionId, String specHash, String filterHash, Policy policy, SessionSighting session) {}

    private static final Pattern HEAD = Pattern.compile("(dp_[0-9a-f]{32}_v[46]) +BGP +\\S+ +(\\w+) +"
            + "(\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)?|\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\\s*(.*)");
    private static final Pattern FIELD = Pattern.compile(" +([A-Z][A-Za-z ]+): +(.*)");
    private static final Pattern DESCRIPTION =
            Pattern.compile("direct-peering ([0-9a-f-]{36}) ([0-9a-f]{32})(?: ([0-9a-f]{16}))?");
    private static final Pattern ROUTES = Pattern.compile("(\\d+) imported, (?:(\\d+) filtered, )?(\\d+) exported.*");

    private final DaemonClock clock;
    private final List<Seen> seen = new ArrayList<>();
    private @Nullable String name;
    private String since = "";
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Protocols(DaemonClock clock) {
        this.clock = clock;
    }

    static List<Seen> read(List<String> lines, DaemonClock clock) {
        var reading = new Protocols(clock);
        lines.forEach(reading::line);
        reading.endOfProtocol();
        return List.copyOf(reading.seen);
    }

    private void line(String line) {
        var head = HEAD.matcher(line);
        if (head.matches()) {
            endOfProtocol();
            name = head.group(1);
            since = head.group(3);
            return;
        }
        var field = FIELD.matcher(line);
        if (field.matches()) {
            fields.putIfAbsent(field.group(1), field.group(2).strip());
        }
    }

    private void endOfProtocol() {
        var ended = name;
        if (ended != null) {
            connection().ifPresent(described -> seen.add(protocol(ended, described)));
        }
        name = null;
        fields.clear();
    }

    private Optional<String[]> connection() {
        var description = DESCRIPTION.matcher(fields.getOrDefault("Description", ""));
        return description.matches()
                ? Optional.of(new String[] {
                    description.group(1), description.group(2), requireNonNullElse(description.group(3), "")
                })
                : Optional.empty();
    }

    private Seen protocol(String protocol, String[] described) {
        var policy = ConnectionFile.moreOpen(
                ConnectionFile.policyOf(fields.getOrDefault("Input filter", "")),
                ConnectionFile.policyOf(fields.getOrDefault("Output filter", "")));
        return new Seen(UUID.fromString(described[0]), described[1], described[2], policy, session(protocol));
    }

    private SessionSighting session(String protocol) {
        var state = state(fields.getOrDefault("BGP state", ""));
        var established = state == BgpState.ESTABLISHED;
        var routes = ROUTES.matcher(fields.getOrDefault("Routes", ""));
        var counted = established && routes.matches();
        int imported = counted ? Integer.parseInt(routes.group(1)) : 0;
        int filtered = counted && routes.group(2) != null ? Integer.parseInt(routes.group(2)) : 0;
        int exported = counted ? Integer.parseInt(routes.group(3)) : 0;
        Instant establishedAt = established ? clock.instant(since) : null;
        return new SessionSighting(
                protocol.endsWith("_v4") ? Family.IPV4 : Family.IPV6,
                state,
                established ? Long.valueOf(fields.getOrDefault("Neighbor AS", "0")) : null,
                imported + filtered,
                imported,
                exported,
                0,
                establishedAt,
                fields.get("Last error"));
    }

    private static BgpState state(String text) {
        return switch (text) {
            case "Established" -> BgpState.ESTABLISHED;
            case "OpenConfirm" -> BgpState.OPEN_CONFIRM;
            case "OpenSent" -> BgpState.OPEN_SENT;
            case "Connect" -> BgpState.CONNECT;
            case "Active", "Passive" -> BgpState.ACTIVE;
            // Idle, Down, Close.
            default -> BgpState.IDLE;
        };
    }
}
