package io.directpeering.letters;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The other end of a cross-connect, as far as the customer reported it.
public record CustomerEnd(
        @Nullable String rack,
        @Nullable String patchPanel,
        @Nullable String patchPanelPort,
        @Nullable String router) {

    /// Nothing was reported.
    public static final CustomerEnd UNKNOWN = new CustomerEnd(null, null, null, null);

    String label() {
        var known = Stream.of(
                        named("rack", rack),
                        named("patch panel", patchPanel),
                        named("panel port", patchPanelPort),
                        named("router", router))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "as in the customer's order" : known;
    }

    private static List<String> named(String what, @Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(text -> what + " " + text).stream()
                .toList();
    }
}
