package io.directpeering.provisioning.router.bird;

import java.util.List;
import java.util.StringJoiner;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.host.SessionKeys.Found;
import io.directpeering.provisioning.router.host.SessionOptions;

/// Writes the file of a connection.
///
/// @param policy what the file lets through
record Writing(SessionSpec spec, SessionOptions options, Found key, Policy policy) {

    ConnectionFile file() {
        var text = new StringBuilder("# Direct Peering wrote this and will overwrite it. Connection ")
                .append(spec.connectionId())
                .append('\n');
        for (var family : spec.families()) {
            text.append(importFilters(family)).append(exportFilters(family)).append(protocol(family));
        }
        return new ConnectionFile(spec.connectionId(), text.toString());
    }

    /// What the daemon shows of the specification that it runs. A changed description alone resets no session.
    static String description(SessionSpec spec) {
        return "direct-peering " + spec.connectionId() + " " + spec.hash() + " " + spec.filterHash();
    }

    private String importFilters(FamilySpec family) {
        var accepted = new StringBuilder(
                switch (family.accepts()) {
                    case ImportFilter.Anything() -> "";
                    case ImportFilter.Listed(var ranges) -> onlyIn(ranges);
                });
        options.imports().ifPresent(name -> accepted.append("  if !" + name + "() then reject;\n"));
        // Who drains takes no traffic on new ways either (RFC 8326, section 4.2).
        return """
                filter %1$s_in_open {
                %2$s  accept;
                }
                filter %1$s_in_drain {
                %2$s  bgp_local_pref = 0;
                  accept;
                }
                """.formatted(name(family), accepted);
    }

    private static String onlyIn(List<PrefixRange> ranges) {
        if (ranges.isEmpty()) {
            return "  reject;\n";
        }
        var set = new StringJoiner(",\n    ", "  if net !~ [\n    ", "\n  ] then reject;\n");
        ranges.forEach(range -> set.add(range(range)));
        return set.toString();
    }

    private String exportFilters(FamilySpec family) {
        return """
                filter %1$s_out_open {
                  if !%2$s() then reject;
                  accept;
                }
                filter %1$s_out_drain {
                  if !%2$s() then reject;
                  bgp_community.add((65535, 0));
                  accept;
                }
                """.formatted(name(family), options.exports());
    }

    private String protocol(FamilySpec family) {
        return """
                protocol bgp %s {
                  description "%s";
                  interface "%s";
                  local %s as %d;
                  neighbor %s as %d;
                  direct;
                  hold time %d;
                  connect delay time 1;
                  connect retry time 5;
                  error wait time 5, 60;
                %s  %s {
                    import table on;
                    import keep filtered on;
                    import limit %d action restart;
                    import %s;
                    export %s;
                  };
                }
                """.formatted(
                        name(family),
                        description(spec),
                        spec.port(),
                        family.operatorAddress(),
                        spec.operatorAsn(),
                        family.peerAddress(),
                        spec.peerAsn(),
                        options.holdTimeSeconds(),
                        extras(),
                        channel(family.family()),
                        family.maxPrefix(),
                        filter(family, "in"),
                        filter(family, "out"));
    }

    private String extras() {
        var lines = new StringBuilder();
        if (options.ttlSecurity()) {
            lines.append("  ttl security on;\n");
        }
        if (options.bfd()) {
            lines.append("  bfd on;\n");
        }
        options.role().ifPresent(role -> lines.append("  local role " + role + ";\n"));
        if (key instanceof Found.Key(var secret)) {
            lines.append("  password \"" + secret + "\";\n");
        }
        return lines.toString();
    }

    private String filter(FamilySpec family, String direction) {
        return switch (policy) {
            case DENY_ALL -> "none";
            case OPEN -> "filter " + name(family) + "_" + direction + "_open";
            case DRAIN -> "filter " + name(family) + "_" + direction + "_drain";
        };
    }

    private String name(FamilySpec family) {
        return ConnectionFile.prefix(spec.connectionId()) + "_" + suffix(family.family());
    }

    private static String range(PrefixRange range) {
        return range.prefix() + "{" + range.length() + "," + range.longest() + "}";
    }

    private static String suffix(Family family) {
        return switch (family) {
            case IPV4 -> "v4";
            case IPV6 -> "v6";
        };
    }

    private static String channel(Family family) {
        return switch (family) {
            case IPV4 -> "ipv4";
            case IPV6 -> "ipv6";
        };
    }
}
