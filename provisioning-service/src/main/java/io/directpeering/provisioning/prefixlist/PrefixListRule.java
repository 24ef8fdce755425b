package io.directpeering.provisioning.prefixlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.directpeering.http.problem.Violations;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// What can be listed. Everything that is wrong is named, up to a number that people still read.
@ApplicationScoped
class PrefixListRule {

    static final int MOST_ENTRIES = 1000;
    private static final int MOST_NAMED = 50;
    private static final Pattern V4 =
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})/(?:0|[1-9][0-9]?)");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}/(?:0|[1-9][0-9]{0,2})");

    private final boolean documentation;

    /// @param documentation prefixes that are kept for documentation may be listed: for examples and laboratories
    PrefixListRule(
            @ConfigProperty(name = "peering.prefix-lists.documentation-prefixes", defaultValue = "false")
                    boolean documentation) {
        this.documentation = documentation;
    }

    /// The list; what of it is right, where anything is noted as wrong.
    Ranges check(Violations violations, PrefixListBody body) {
        var given = size(body.ipv4()) + size(body.ipv6());
        if (given > MOST_ENTRIES) {
            violations.add(
                    "ipv4, ipv6",
                    "have " + given + " entries together; at most " + MOST_ENTRIES
                            + " are taken. Let bgpq4 aggregate (-A), or list less specific prefixes");
            return new Ranges(List.of(), List.of());
        }
        return new Ranges(
                family(violations, Family.IPV4, "ipv4", body.ipv4()),
                family(violations, Family.IPV6, "ipv6", body.ipv6()));
    }

    private static int size(@Nullable List<?> entries) {
        return entries == null ? 0 : entries.size();
    }

    private List<PrefixRange> family(
            Violations violations,
            Family family,
            String field,
            @Nullable List<PrefixListBody.@Nullable Entry> entries) {
        var ranges = new ArrayList<PrefixRange>();
        if (entries == null) {
            violations.add(field, "is required; an empty list means that nothing of it is taken");
            return ranges;
        }
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < entries.size() && violations.all().size() < MOST_NAMED; i++) {
            var at = field + "[" + i + "]";
            var range = entry(violations, family, at, entries.get(i));
            if (range != null) {
                var before = places.putIfAbsent(range.prefix(), i);
                violations.check(
                        before == null, at + ".prefix", "stands there twice, as " + field + "[" + before + "] too");
                ranges.add(range);
            }
        }
        return ranges;
    }

    private @Nullable PrefixRange entry(
            Violations violations, Family family, String at, PrefixListBody.@Nullable Entry entry) {
        if (entry == null || entry.prefix() == null) {
            violations.add(at + ".prefix", "is required");
            return null;
        }
        var prefix = prefix(violations, family, at + ".prefix", entry.prefix());
        if (prefix == null) {
            return null;
        }
        int length = prefix.getNetworkPrefixLength();
        int longest = entry.longest() == null ? length : entry.longest();
        if (longest < length || longest > prefix.getBitCount()) {
            violations.add(
                    at + ".longest",
                    "must be from " + length + ", the prefix's own length, to " + prefix.getBitCount() + ", not "
                            + longest);
            return null;
        }
        return new PrefixRange(prefix.toCanonicalString(), longest);
    }

    private @Nullable IPAddress prefix(Violations violations, Family family, String at, String text) {
        var prefix = read(family, text);
        if (prefix == null) {
            violations.add(
                    at,
                    "must be an " + family.label() + " prefix, spelled like "
                            + (family == Family.IPV4 ? "20.0.0.0/16" : "2a00:100::/32"));
            return null;
        }
        if (!prefix.isPrefixBlock()) {
            violations.add(
                    at,
                    "has host bits set; the network that it lies in is "
                            + prefix.toPrefixBlock().toCanonicalString());
            return null;
        }
        var special = SpecialSpace.touched(family, prefix, !documentation);
        if (special.isPresent()) {
            violations.add(
                    at,
                    "must be public: " + special.get().block().toCanonicalString() + " is for "
                            + special.get().purpose());
            return null;
        }
        return prefix;
    }

    private static @Nullable IPAddress read(Family family, String text) {
        if (!(family == Family.IPV4 ? V4 : V6).matcher(text).matches()) {
            return null;
        }
        try {
            var address = new IPAddressString(text).toAddress();
            return address.isIPv4() == (family == Family.IPV4) ? address : null;
        } catch (AddressStringException e) {
            return null;
        }
    }
}
