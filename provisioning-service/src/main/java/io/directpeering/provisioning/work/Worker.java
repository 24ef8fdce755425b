package io.directpeering.provisioning.work;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;

/// Does one kind of work. It may be killed anywhere and called again.
public interface Worker {

    Set<Task> tasks();

    /// Does what can be done now. Runs outside of a transaction, with the lane to itself.
    Progress work(Job job);

    /// How a worker leaves its work.
    sealed interface Progress {

        /// It is done, once the conclusion's transaction has committed.
        record Done(Conclusion conclusion) implements Progress {}

        /// It goes on after a while.
        ///
        /// @param step what is done so far
        /// @param note what it waits for
        record Later(Duration pause, String step, String note) implements Progress {}

        /// It did not succeed, and is tried again with growing pauses.
        record Failed(String reason) implements Progress {}
    }

    /// What ends the work, in one transaction with its row: rows, and the fact to state, if any.
    @FunctionalInterface
    interface Conclusion {

        Optional<SpecificRecord> conclude();
    }
}
