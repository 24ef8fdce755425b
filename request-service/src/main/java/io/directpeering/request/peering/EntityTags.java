package io.directpeering.request.peering;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.ws.rs.core.HttpHeaders;

import io.directpeering.http.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Conditions of a request (RFC 9110, section 13). A peering's entity tag is its sequence: it changes with every
/// transition and with nothing else.
final class EntityTags {

    private static final String ANY = "*";
    private static final Pattern SEQUENCE = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[!#-~\\x80-\\xFF]*\"");

    private EntityTags() {}

    /// The sequence that `If-Match` asks for; null: any will do. The judge compares, and nobody else: what was read
    /// here a moment before may have moved on.
    ///
    /// One tag, for a fact expects one sequence; and a strong one, as the header's comparison demands.
    static @Nullable Long expected(@Nullable List<String> lines) {
        if (lines == null || lines.isEmpty() || lines.equals(List.of(ANY))) {
            return null;
        }
        var tag = SEQUENCE.matcher(lines.getFirst().strip());
        if (lines.size() > 1 || !tag.matches()) {
            throw Problems.invalid(
                    HttpHeaders.IF_MATCH,
                    "must be one ETag as it was answered, such as \"3\", or *; weak tags and lists are not taken");
        }
        return Long.valueOf(tag.group(1));
    }

    /// Whether the client has what it asks for: `If-None-Match` names it.
    static boolean hasAlready(@Nullable List<String> lines, long sequence) {
        if (lines == null || lines.isEmpty()) {
            return false;
        }
        var tags = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        if (tags.equals(List.of(ANY))) {
            return true;
        }
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw Problems.invalid(
                    HttpHeaders.IF_NONE_MATCH, "must be ETags as they were answered, such as \"3\", or *");
        }
        var current = "\"" + sequence + "\"";
        return tags.stream().anyMatch(tag -> tag.equals(current) || tag.equals("W/" + current));
    }
}
