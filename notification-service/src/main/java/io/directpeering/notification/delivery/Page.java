package io.directpeering.notification.delivery;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.problem.Violations;
import org.jspecify.annotations.Nullable;

/// A part of a list: so many items behind the one that the client saw last.
///
/// @param after id of that one; 0: from the start
public record Page(int limit, long after) {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    /// From the query parameters `limit` and `after`.
    public static Page of(@Nullable String limit, @Nullable String after) {
        var violations = new Violations();
        long items = limit == null ? USUAL : number(limit);
        violations.check(items >= 1 && items <= MOST, "limit", "must be a number from 1 to " + MOST);
        long last = after == null ? 0 : number(after);
        violations.check(
                last >= 0, "after", "must be the id of the last item seen; follow the link of the page before");
        violations.refuseIfAny();
        return new Page((int) items, last);
    }

    private static long number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : -1;
    }

    /// @param found one more than the limit where there is another page
    /// @param path  where the list is, to be continued by a Link of relation `next`
    public <T> Response answer(String path, List<T> found, ToLongFunction<T> id, Function<List<T>, Object> body) {
        var items = found.size() > limit ? found.subList(0, limit) : found;
        var answer = Response.ok(body.apply(items));
        if (found.size() > limit) {
            var separator = path.contains("?") ? "&" : "?";
            answer.header(
                    "Link",
                    "<%s%slimit=%d&after=%d>; rel=\"next\""
                            .formatted(path, separator, limit, id.applyAsLong(items.getLast())));
        }
        return answer.build();
    }
}
