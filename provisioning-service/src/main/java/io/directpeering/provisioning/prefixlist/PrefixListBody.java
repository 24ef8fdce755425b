package io.directpeering.provisioning.prefixlist;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a peer may announce, as an operator says it.
///
/// @param source where it was taken from, for people
/// @param ipv4   an empty list: nothing
/// @param ipv6   an empty list: nothing
@Schema(
        name = "PrefixListBody",
        requiredProperties = {"source", "ipv4", "ipv6"})
public record PrefixListBody(
        @Nullable String source,
        @Nullable List<@Nullable Entry> ipv4,
        @Nullable List<@Nullable Entry> ipv6) {

    static final String EXAMPLE = """
            {"source": "RIPE AS-EXAMPLE",
             "ipv4": [{"prefix": "20.0.0.0/16", "longest": 24}, {"prefix": "20.1.0.0/24"}],
             "ipv6": [{"prefix": "2a00:100::/32", "longest": 48}]}""";

    /// A prefix and what is in it.
    ///
    /// @param prefix  in CIDR notation, network-aligned
    /// @param longest length of the most specific prefix in it that may be announced; absent: the prefix alone
    @Schema(name = "PrefixListBodyEntry", requiredProperties = "prefix")
    public record Entry(@Nullable String prefix, @Nullable Integer longest) {}
}
