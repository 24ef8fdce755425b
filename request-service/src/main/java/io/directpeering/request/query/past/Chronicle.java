package io.directpeering.request.query.past;

import java.util.List;

import org.apache.kafka.streams.state.HostInfo;

/// The answer to "what became of this peering?".
public sealed interface Chronicle {

    /// This, in order.
    ///
    /// @param peerAsn        whose it is
    /// @param latestSequence how far it has come, as far as the history has been read
    record Told(List<Happening> happenings, long peerAsn, long latestSequence) implements Chronicle {}

    /// No such peering was ever accepted, as far as the history has been read.
    record Absent() implements Chronicle {}

    /// Another instance holds its history.
    record Elsewhere(HostInfo host) implements Chronicle {}

    /// Nobody can tell at the moment: ask again in a second or two.
    ///
    /// @param why what is missing, for people
    record NotReady(String why) implements Chronicle {}
}
