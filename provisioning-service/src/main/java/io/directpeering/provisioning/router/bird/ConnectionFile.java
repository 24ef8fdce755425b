package io.directpeering.provisioning.router.bird;

import java.util.UUID;
import java.util.regex.Pattern;

import io.directpeering.provisioning.router.Policy;

/// What BIRD is told about one connection: a protocol per address family, and the filters that lift DENY ALL.
///
/// @param text ends with a line feed; may hold a key
record ConnectionFile(UUID connectionId, String text) {

    private static final Pattern IMPORT = Pattern.compile("^( +)import (?:none|filter \\w+);$", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile("^( +)export (?:none|filter \\w+);$", Pattern.MULTILINE);
    private static final Pattern FILTER = Pattern.compile("^ +(?:import|export) filter (\\w+);$", Pattern.MULTILINE);
    private static final Pattern PORT = Pattern.compile("^ +interface \"([^\"]+)\";$", Pattern.MULTILINE);

    /// What a connection's protocols and filters begin with.
    static String prefix(UUID connectionId) {
        return "dp_" + connectionId.toString().replace("-", "");
    }

    /// The policy that the daemon would run with this file: the most open one in it.
    Policy policy() {
        return FILTER.matcher(text)
                .results()
                .map(filter -> policyOf(filter.group(1)))
                .reduce(Policy.DENY_ALL, ConnectionFile::moreOpen);
    }

    /// The same file with nothing let through.
    ConnectionFile denied() {
        var shut = IMPORT.matcher(text).replaceAll("$1import none;");
        return new ConnectionFile(connectionId, EXPORT.matcher(shut).replaceAll("$1export none;"));
    }

    /// Name of the port; empty where nobody wrote one down.
    String port() {
        var port = PORT.matcher(text);
        return port.find() ? port.group(1) : "";
    }

    /// Of a filter by its name, whether the daemon shows it or the file has it.
    static Policy policyOf(String filter) {
        return switch (filter) {
            case "REJECT" -> Policy.DENY_ALL;
            case String name when name.endsWith("_drain") -> Policy.DRAIN;
            // A filter that is not ours lets through who knows what.
            case String _ -> Policy.OPEN;
        };
    }

    static Policy moreOpen(Policy one, Policy other) {
        return openness(one) >= openness(other) ? one : other;
    }

    private static int openness(Policy policy) {
        return switch (policy) {
            case DENY_ALL -> 0;
            case DRAIN -> 1;
            case OPEN -> 2;
        };
    }

    /// Says nothing of the key.
    @Override
    public String toString() {
        return "ConnectionFile " + connectionId;
    }
}
