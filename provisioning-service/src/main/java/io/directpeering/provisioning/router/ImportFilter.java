package io.directpeering.provisioning.router;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a session takes of what the peer announces, beside the maximum of prefixes.
public sealed interface ImportFilter {

    /// No list is kept for the peer: whatever it announces.
    record Anything() implements ImportFilter {}

    /// What is listed and nothing else; nothing at all where the list is empty.
    ///
    /// @param ranges in the order of their text, so that equal lists are equal filters
    record Listed(List<PrefixRange> ranges) implements ImportFilter {

        public Listed {
            ranges = ranges.stream()
                    .distinct()
                    .sorted(Comparator.comparing(PrefixRange::prefix).thenComparing(PrefixRange::longest))
                    .toList();
        }
    }

    /// A prefix and everything in it that is no more specific than so.
    ///
    /// @param prefix  in CIDR notation, network-aligned
    /// @param longest prefix length
    record PrefixRange(String prefix, int longest) {

        public int length() {
            return Integer.parseInt(prefix.substring(prefix.indexOf('/') + 1));
        }
    }

    /// Line by line, in words that do not change with the machine.
    default Stream<String> canonical() {
        return switch (this) {
            case Anything() -> Stream.of("anything");
            case Listed(var ranges) ->
                Stream.concat(
                        Stream.of("listed"),
                        ranges.stream().map(range -> range.prefix() + " up to " + range.longest()));
        };
    }
}
