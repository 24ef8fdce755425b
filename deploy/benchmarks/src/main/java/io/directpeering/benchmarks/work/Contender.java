package io.directpeering.benchmarks.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Somebody who can take peerings through their life.
public interface Contender extends AutoCloseable {

    /// Takes one step with one peering. Returns when the step is as durable as the class says and its outcome can be
    /// read.
    ///
    /// @throws Exception the step was not taken: the trial has failed
    void take(UUID peering, Step step) throws Exception;

    /// How many peerings stand where, as the contender's own store tells.
    Map<String, Long> byState() throws Exception;

    /// What it has written so far.
    Stored stored() throws Exception;

    /// Whose time and memory count, descendants included. The load's own share is in it where it runs in the same JVM,
    /// for all contenders alike.
    default List<ProcessHandle> processes() {
        return List.of(ProcessHandle.current());
    }

    @Override
    void close() throws Exception;
}
