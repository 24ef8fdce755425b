package io.directpeering.provisioning.work;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.directpeering.provisioning.work.Waker.WorkMayBeDue;
import io.directpeering.provisioning.work.Worker.Progress;
import io.directpeering.traces.Handling;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/// Takes due work to its worker. Each lane is worked on by one thread of one process; lanes go side by side.
@ApplicationScoped
public class Lanes {

    private static final Logger LOG = Logger.getLogger(Lanes.class);
    /// Each holds a connection for its lock and uses another for its work.
    private static final int LANES_AT_ONCE = 8;

    private final Papers papers;
    private final List<LaneWork> others;
    private final DataSource database;
    private final Map<Task, Worker> workers = new HashMap<>();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(LANES_AT_ONCE);
    /// Calls since a lane was last looked through: a lane with any has its thread.
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    Lanes(Papers papers, DataSource database, Instance<Worker> workers, Instance<LaneWork> others) {
        this.papers = papers;
        this.others = others.stream().toList();
        this.database = database;
        workers.forEach(worker -> worker.tasks().forEach(task -> this.workers.put(task, worker)));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        papers.dueLanes().forEach(this::call);
        others.forEach(other -> other.dueLanes().forEach(this::call));
    }

    void heard(@Observes WorkMayBeDue word) {
        call(word.lane());
    }

    private void call(String lane) {
        var waiting = calls.computeIfAbsent(lane, _ -> new AtomicInteger());
        if (waiting.getAndIncrement() == 0) {
            threads.execute(() -> {
                int seen;
                do {
                    seen = waiting.get();
                    workThrough(lane);
                } while (!waiting.compareAndSet(seen, 0));
            });
        }
    }

    private void workThrough(String lane) {
        places.acquireUninterruptibly();
        try (var lock = LaneLock.take(database, lane)) {
            if (lock == null) {
                return;
            }
            var more = true;
            while (more && lock.holds()) {
                more = workNext(lane);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "A lane was left and will be taken up again: lane=%s", lane);
        } finally {
            places.release();
        }
    }

    /// The stages' work goes first.
    private boolean workNext(String lane) {
        Optional<Job> job = papers.nextDue(lane);
        job.ifPresent(this::follow);
        return job.isPresent() || others.stream().anyMatch(other -> other.workNext(lane));
    }

    private void follow(Job job) {
        try (var handling = Handling.of(job.task().name(), job.traceparent(), job.peeringId())) {
            work(job, handling);
        }
    }

    private void work(Job job, Handling handling) {
        var worker = workers.get(job.task());
        if (worker == null) {
            throw new IllegalStateException("Nobody does " + job.task());
        }
        Progress progress;
        try {
            progress = worker.work(job);
            papers.settle(job, progress);
        } catch (RuntimeException e) {
            handling.failed(e);
            LOG.warnf(e, "An attempt failed: task=%s connection=%s", job.task(), job.connectionId());
            progress = new Progress.Failed(e.toString());
            papers.settle(job, progress);
        }
        if (progress instanceof Progress.Failed(var reason)) {
            LOG.infof("To be tried again: task=%s connection=%s reason=%s", job.task(), job.connectionId(), reason);
        }
    }
}
