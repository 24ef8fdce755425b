package io.directpeering.approval.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/// How much of a list is wanted, and from where on.
///
/// @param after null: from the beginning
public record Page<K>(
        int limit, @Nullable Cursor after, @Nullable K afterId) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    /// What the parameters `limit` and `after` ask for.
    ///
    /// @param id reads the id out of a cursor; fails with an [IllegalArgumentException] where it is none
    /// @throws HttpProblem 400 that names the parameter that is wrong
    public static <K> Page<K> of(@Nullable String limit, @Nullable String after, Function<String, K> id) {
        return after == null ? new Page<>(limit(limit), null, null) : after(limit(limit), after, id);
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > MOST) {
            throw Problems.invalid("limit", "must be a whole number, 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static <K> Page<K> after(int limit, String text, Function<String, K> id) {
        try {
            var cursor = Cursor.parse(text).orElseThrow(() -> new IllegalArgumentException("not ours"));
            return new Page<>(limit, cursor, id.apply(cursor.id()));
        } catch (IllegalArgumentException notOurs) {
            throw Problems.invalid("after", "is no place in this list; take it from the Link of the page before");
        }
    }

    /// How many to look for: one more than wanted tells whether there is another page.
    public int lookFor() {
        return limit + 1;
    }

    /// The page, with a Link to the next one if there is one.
    ///
    /// @param found  up to [#lookFor] items
    /// @param cursor of an item
    /// @param answer the page's items as the body of the answer
    public <T> Response of(List<T> found, Function<T, Cursor> cursor, Function<List<T>, ?> answer, UriInfo uri) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(answer.apply(shown));
        next(found, cursor, uri).ifPresent(link -> response.header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\""));
        return response.build();
    }

    private <T> Optional<URI> next(List<T> found, Function<T, Cursor> cursor, UriInfo uri) {
        if (found.size() <= limit) {
            return Optional.empty();
        }
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("after", cursor.apply(found.get(limit - 1)).text())
                .build();
        // Without the host: only whoever stands in front of the service knows by which name it was called.
        return Optional.of(URI.create(next.getRawPath() + "?" + next.getRawQuery()));
    }
}
