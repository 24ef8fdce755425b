package io.directpeering.http.condition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.ws.rs.core.HttpHeaders;

import io.directpeering.http.problem.Problems;
import org.jspecify.annotations.Nullable;

/// How entity tags are written in the conditions of a request (RFC 9110, section 13).
public final class EntityTags {

    private static final String ANY = "*";
    private static final Pattern STRONG = Pattern.compile("\"([!#-~\\x80-\\xFF]{1,200})\"");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[!#-~\\x80-\\xFF]*\"");

    private EntityTags() {}

    /// Whether the header is there, and says that anything will do as long as there is something: `*`.
    static boolean isAny(@Nullable List<String> lines) {
        return lines != null && lines.stream().map(String::strip).toList().equals(List.of(ANY));
    }

    /// What `If-Match` asks for, without its quotes; null: any will do.
    ///
    /// One tag, for whoever changes something has looked at one state of it; and a strong one, as the header's
    /// comparison demands.
    public static @Nullable String expected(@Nullable List<String> lines) {
        if (lines == null || lines.isEmpty() || isAny(lines)) {
            return null;
        }
        var tag = STRONG.matcher(lines.getFirst().strip());
        if (lines.size() > 1 || !tag.matches()) {
            throw notOurs();
        }
        return tag.group(1);
    }

    /// 400: what stands in `If-Match` was never answered as a tag.
    public static RuntimeException notOurs() {
        return Problems.invalid(
                HttpHeaders.IF_MATCH,
                "must be one ETag as it was answered, such as \"3\", or *; weak tags and lists are not taken");
    }

    /// Whether the client has what it asks for: `If-None-Match` names it.
    ///
    /// @param tag of what there is, without quotes
    public static boolean hasAlready(@Nullable List<String> lines, String tag) {
        if (lines == null || lines.isEmpty()) {
            return false;
        }
        if (isAny(lines)) {
            return true;
        }
        var tags = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        if (!tags.stream().allMatch(each -> TAG.matcher(each).matches())) {
            throw Problems.invalid(
                    HttpHeaders.IF_NONE_MATCH, "must be ETags as they were answered, such as \"3\", or *");
        }
        var current = "\"" + tag + "\"";
        return tags.stream().anyMatch(each -> each.equals(current) || each.equals("W/" + current));
    }
}
