package io.directpeering.request.query;

import java.util.List;

/// The answer to a question about all peerings: whole, or none.
public sealed interface Gathered<T> {

    /// Shares in which every partition is exactly once.
    ///
    /// @param parts at least one, in no order
    record Whole<T>(List<T> parts, Freshness freshness) implements Gathered<T> {}

    /// Nobody can tell all of it at the moment: ask again in a second or two.
    ///
    /// @param why what is missing, for people
    record NotReady<T>(String why) implements Gathered<T> {}
}
