package io.directpeering.request.query;

import java.util.Set;

import org.apache.kafka.streams.state.HostInfo;

/// The answer to "where does this peering stand?".
public sealed interface Lookup {

    /// It is known here.
    record Found(Known peering) implements Lookup {}

    /// No such peering was ever accepted.
    record Absent() implements Lookup {}

    /// Another instance holds it.
    ///
    /// @param copies who has a copy
    record Elsewhere(HostInfo host, Set<HostInfo> copies) implements Lookup {}

    /// Nobody can tell at the moment: ask again in a second or two.
    ///
    /// @param why what is missing, for people
    record NotReady(String why) implements Lookup {}
}
