package io.directpeering.http.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.problem.Violations;
import org.jspecify.annotations.Nullable;

/// How much of a list is wanted, and from where on.
///
/// @param after place of the item that the client saw last; null: from the beginning
public record Page<C>(int limit, @Nullable C after) {

    /// What the parameter `limit` is said to be, for descriptions of operations.
    public static final String LIMIT = "Items on a page, 1 to 200; left out: 50";

    /// As [#LIMIT], of the parameter `after`.
    public static final String AFTER = "Where the page begins, as the Link of the page before says it";

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /// What the parameters `limit` and `after` ask for; what is wrong with them is noted.
    ///
    /// @param place reads a place out of what [#answer] wrote; empty: it is none of this list
    public static <C> Page<C> of(
            Violations violations,
            @Nullable String limit,
            @Nullable String after,
            Function<String, Optional<C>> place) {
        return new Page<>(limit(violations, limit), after == null ? null : after(violations, after, place));
    }

    /// As above, where nothing else can be wrong.
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names the parameter that is wrong
    public static <C> Page<C> of(@Nullable String limit, @Nullable String after, Function<String, Optional<C>> place) {
        var violations = new Violations();
        var page = of(violations, limit, after, place);
        violations.refuseIfAny();
        return page;
    }

    private static int limit(Violations violations, @Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        var right = NUMBER.matcher(text).matches() && Integer.parseInt(text) <= MOST;
        return violations.check(right, "limit", "must be a whole number, 1 to " + MOST)
                ? Integer.parseInt(text)
                : USUAL;
    }

    private static <C> @Nullable C after(Violations violations, String text, Function<String, Optional<C>> place) {
        var found = place.apply(text);
        violations.check(
                found.isPresent(),
                "after",
                "is no place in this list. Take it from the Link of the page before, with the same filters,"
                        + " or leave it out to begin anew");
        return found.orElse(null);
    }

    /// Place in a list that is ordered by a number, 1 and up.
    public static Optional<Long> number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /// How many to look for: one more than wanted tells whether there is another page.
    public int lookFor() {
        return limit + 1;
    }

    /// The page, with a Link to the next one if there is one.
    ///
    /// @param found up to [#lookFor] items
    /// @param place of an item
    /// @param body  the page's items as the body of the answer
    public <T> Response answer(List<T> found, Function<T, String> place, Function<List<T>, ?> body, UriInfo uri) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(body.apply(shown));
        if (found.size() > limit) {
            response.header(HttpHeaders.LINK, "<" + next(place.apply(shown.getLast()), uri) + ">; rel=\"next\"");
        }
        return response.build();
    }

    private URI next(String after, UriInfo uri) {
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("after", after)
                .build();
        // Without the host: only whoever stands in front of the service knows by which name it was called.
        return URI.create(next.getRawPath() + "?" + next.getRawQuery());
    }
}
