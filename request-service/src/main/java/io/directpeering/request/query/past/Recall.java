package io.directpeering.request.query.past;

import java.time.Instant;

import io.directpeering.request.query.Known;
import org.apache.kafka.streams.state.HostInfo;

/// The answer to "where did this peering stand at that time?".
public sealed interface Recall {

    /// It stood so.
    ///
    /// @param peering        as it was known then, without what was seen of its sessions: that is not kept
    /// @param latestSequence how far it has come since, as far as the history has been read
    record Found(Known peering, long latestSequence) implements Recall {}

    /// It did not exist yet.
    ///
    /// @param peerAsn whose it was to be
    record NotYet(Instant cameToBeAt, long peerAsn, long latestSequence) implements Recall {}

    /// No such peering was ever accepted, as far as the history has been read.
    record Absent() implements Recall {}

    /// Another instance holds its history.
    record Elsewhere(HostInfo host) implements Recall {}

    /// Nobody can tell at the moment: ask again in a second or two.
    ///
    /// @param why what is missing, for people
    record NotReady(String why) implements Recall {}
}
