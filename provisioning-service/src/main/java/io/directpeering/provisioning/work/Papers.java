package io.directpeering.provisioning.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.provisioning.fact.AfterCommit;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.work.StageWork.Status;
import io.directpeering.provisioning.work.Worker.Progress;
import io.directpeering.traces.Traceparent;

/// Reads and writes the rows of work, each change in one transaction.
@ApplicationScoped
public class Papers {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Facts facts;
    private final AfterCommit afterCommit;
    private final Waker waker;

    Papers(InstantSource clock, Facts facts, AfterCommit afterCommit, Waker waker) {
        this.clock = clock;
        this.facts = facts;
        this.afterCommit = afterCommit;
        this.waker = waker;
    }

    /// Opens a stage's work and closes what is open of the connection's earlier stages.
    @Transactional(TxType.MANDATORY)
    public void open(Stage stage, UUID peeringId, Optional<Task> task, String lane) {
        supersede(stage, EnumSet.allOf(Task.class));
        task.ifPresent(it -> write(stage, peeringId, it, lane, clock.instant()));
    }

    /// Opens work that is to be done later within a stage; what else is being done about the stage goes on.
    @Transactional(TxType.MANDATORY)
    public void openLater(Stage stage, UUID peeringId, Task task, String lane, Instant dueAt) {
        supersede(stage, EnumSet.of(task));
        write(stage, peeringId, task, lane, dueAt);
    }

    /// Closes what is open of these tasks, from before this transition.
    @Transactional(TxType.MANDATORY)
    public void supersede(Stage by, Set<Task> tasks) {
        StageWork.update(
                "status = ?1 where stage.connectionId = ?2 and stage.sequence < ?3 and status = ?4 and task in ?5",
                Status.SUPERSEDED,
                by.connectionId(),
                by.sequence(),
                Status.OPEN,
                tasks);
    }

    private void write(Stage stage, UUID peeringId, Task task, String lane, Instant dueAt) {
        var row = new StageWork();
        row.stage = stage;
        row.peeringId = peeringId;
        row.task = task;
        row.lane = lane;
        row.begunAt = clock.instant();
        row.dueAt = dueAt;
        row.traceparent = Traceparent.current();
        row.persist();
        afterCommit.run(() -> waker.wake(lane));
    }

    @Transactional
    public List<StageWork> of(UUID connectionId) {
        return StageWork.list("stage.connectionId = ?1 order by stage.sequence", connectionId);
    }

    @Transactional
    List<String> dueLanes() {
        return StageWork.getEntityManager()
                .createQuery("select distinct lane from StageWork where status = :open and dueAt <= :now", String.class)
                .setParameter("open", Status.OPEN)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    @Transactional
    Optional<Job> nextDue(String lane) {
        return StageWork.<StageWork>find(
                        "lane = ?1 and status = ?2 and dueAt <= ?3 order by dueAt", lane, Status.OPEN, clock.instant())
                .firstResultOptional()
                .map(StageWork::job);
    }

    /// Writes down how a worker left its work, unless a later stage has taken its place.
    @Transactional
    void settle(Job job, Progress progress) {
        StageWork row = StageWork.findById(job.stage(), LockModeType.PESSIMISTIC_WRITE);
        if (row.status != Status.OPEN) {
            return;
        }
        switch (progress) {
            case Progress.Done(var conclusion) -> {
                conclusion.conclude().ifPresent(facts::state);
                row.status = Status.DONE;
                row.note = null;
            }
            case Progress.Later(var pause, var step, var note) -> {
                row.step = step;
                row.note = note;
                row.attempts = 0;
                due(row, pause);
            }
            case Progress.Failed(var reason) -> {
                row.note = reason;
                row.attempts++;
                due(row, pauseAfter(row.attempts));
            }
        }
    }

    private void due(StageWork row, Duration pause) {
        Instant dueAt = clock.instant().plus(pause);
        row.dueAt = dueAt;
        var lane = row.lane;
        afterCommit.run(() -> waker.wakeAfter(pause, lane));
    }

    private static Duration pauseAfter(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
