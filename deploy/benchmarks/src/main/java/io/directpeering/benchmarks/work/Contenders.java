package io.directpeering.benchmarks.work;

import java.util.Arrays;
import java.util.Optional;

import io.directpeering.benchmarks.floor.BareStreams;
import io.directpeering.benchmarks.floor.JdbcOutbox;
import io.directpeering.benchmarks.ours.Accepting;
import io.directpeering.benchmarks.ours.Judging;
import io.directpeering.benchmarks.peer.AxonStore;
import io.directpeering.benchmarks.peer.FlowableEngine;
import io.directpeering.benchmarks.peer.PekkoJournal;
import io.directpeering.benchmarks.whole.Suite;

/// Who takes part, by the names in the results.
public enum Contenders {
    /// Floor of accepting: a row and an outbox row in one transaction.
    JDBC("jdbc", Group.floors, JdbcOutbox::start),
    /// Floor of judging: one processor with one store between two topics.
    STREAMS("streams", Group.floors, BareStreams::start),
    /// A workflow engine, with audit history.
    FLOWABLE("flowable", Group.peers, FlowableEngine::start),
    /// An event-sourcing framework, with a projection.
    AXON("axon", Group.peers, AxonStore::start),
    /// Event-sourced actors.
    PEKKO("pekko", Group.peers, PekkoJournal::start),
    /// This project's facts, until they are in the log.
    ACCEPT("accept", Group.lifecycle, Accepting::start),
    /// This project's topology, from the fact to the store.
    JUDGE("judge", Group.lifecycle, Judging::start),
    /// The same, until the next service may read the transition.
    HANDED_ON("handed-on", Group.lifecycle, Judging::startHandingOn),
    /// The topology while sessions flap by the thousand.
    STORM("storm", Group.lifecycle, Judging::startInStorm),
    /// This project whole, over HTTP.
    SUITE("suite", Group.lifecycle, Suite::start);

    private final String word;
    private final Group group;
    private final Start start;

    Contenders(String word, Group group, Start start) {
        this.word = word;
        this.group = group;
        this.start = start;
    }

    /// Makes one ready to work.
    @FunctionalInterface
    public interface Start {
        Contender in(Surroundings surroundings) throws Exception;
    }

    public String word() {
        return word;
    }

    public Group group() {
        return group;
    }

    public Contender start(Surroundings surroundings) throws Exception {
        return start.in(surroundings);
    }

    public static Optional<Contenders> called(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
