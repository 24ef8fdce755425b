package io.directpeering.request.query;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.streams.state.HostInfo;

/// Who has which partition.
interface Placements {

    /// Every partition; empty: it is not known, or nobody has one of them.
    Optional<List<Placement>> all();

    boolean isHere(HostInfo host);

    /// Why it is not known, for people.
    String why();
}
