package io.directpeering.provisioning.prefixlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.http.condition.Tagged;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A peer's list as it is shown.
///
/// @param inForce   false: no list is kept
/// @param version   of the list; null: there never was one
/// @param source    where it was taken from, or why it was withdrawn
/// @param effect    what that means for the peer's routes, in words
/// @param ipv4      null: no list is kept
/// @param ipv6      null: no list is kept
/// @param sessions  how far a change is; connections that were set up since the last one are not among them
@Schema(
        name = "PrefixList",
        requiredProperties = {"asn", "inForce", "effect", "sessions"})
public record PrefixListView(
        long asn,
        boolean inForce,
        @Nullable Long version,
        @Nullable String source,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        String effect,
        @Nullable List<PrefixRange> ipv4,
        @Nullable List<PrefixRange> ipv6,
        List<OnRouter> sessions)
        implements Tagged {

    private static final String LISTED =
            "A session takes what is listed and nothing else, up to its maximum of prefixes.";
    private static final String NOT_LISTED =
            "No list is kept: a session takes whatever the peer announces, up to its maximum of prefixes.";

    /// A connection on its way to the latest version.
    ///
    /// @param carried the router has it
    /// @param note    what became of it, or why the last attempt did not succeed; null: it was not attempted yet
    @Schema(name = "PrefixListOnRouter")
    public record OnRouter(
            UUID connectionId,
            String router,
            boolean carried,
            int attempts,
            @Nullable String note) {}

    /// A page of versions.
    @Schema(name = "PrefixListVersions", requiredProperties = "items")
    public record Items(List<Version> items) {}

    /// A version without what it lists.
    ///
    /// @param inForce false: the list was withdrawn with this version
    @Schema(name = "PrefixListVersion")
    public record Version(
            long version,
            boolean inForce,
            String source,
            String changedBy,
            Instant changedAt,
            int ipv4Entries,
            int ipv6Entries) {}

    static PrefixListView of(
            long asn, Optional<PrefixListVersion> version, Optional<Ranges> ranges, List<OnRouter> sessions) {
        return new PrefixListView(
                asn,
                ranges.isPresent(),
                version.map(it -> it.key.version()).orElse(null),
                version.map(it -> it.source).orElse(null),
                version.map(it -> it.changedBy).orElse(null),
                version.map(it -> it.changedAt).orElse(null),
                ranges.isPresent() ? LISTED : NOT_LISTED,
                ranges.map(Ranges::ipv4).orElse(null),
                ranges.map(Ranges::ipv6).orElse(null),
                sessions);
    }

    /// How far routers are is no change of the list.
    @Override
    public Object steady() {
        return new PrefixListView(asn, inForce, version, source, changedBy, changedAt, effect, ipv4, ipv6, List.of());
    }
}
