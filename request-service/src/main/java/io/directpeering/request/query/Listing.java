package io.directpeering.request.query;

import java.util.List;

/// The answer to "which peerings are there?".
public sealed interface Listing {

    /// Those held by this instance that pass the filter, the latest request first.
    record Listed(List<Known> peerings) implements Listing {}

    /// Nobody can tell at the moment: ask again in a second or two.
    ///
    /// @param why what is missing, for people
    record NotReady(String why) implements Listing {}
}
