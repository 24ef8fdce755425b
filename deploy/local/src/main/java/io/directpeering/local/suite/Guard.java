package io.directpeering.local.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.directpeering.local.Trouble;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.PidFile;
import org.jspecify.annotations.Nullable;

/// Keeps one child process alive: one that dies is reported with the last lines of its log and started again, at once
/// when it had stayed up, else after a pause that doubles while it does not stay up.
///
/// A child that dies before it was ready for the first time is not started again: that is a fault of the set-up,
/// and [#awaitReady] says so.
final class Guard {

    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration STAYED_UP = Duration.ofSeconds(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final int LAST_LINES = 12;

    private final Child child;
    private final PidFile pid;
    private final Readiness readiness;
    private final Consumer<String> report;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean wasReady;
    private volatile long logFrom;
    private volatile @Nullable Process process;

    /// @param report where a death and a new start are told
    Guard(Child child, PidFile pid, Readiness readiness, Consumer<String> report) {
        this.child = child;
        this.pid = pid;
        this.readiness = readiness;
        this.report = report;
    }

    String name() {
        return child.name();
    }

    /// Starts the process, and watches over it from now on.
    void start() throws IOException {
        launch();
        Thread.ofVirtual().name("guard-" + child.name()).start(this::watch);
    }

    /// Waits until it takes traffic.
    ///
    /// @throws Trouble it ended, or did not answer in time; with the last lines of its log
    void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!readiness.check().isUp()) {
            if (stopping.await(100, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException(child.name() + " is being stopped");
            }
            var current = process;
            if (current != null && !current.isAlive()) {
                throw new Trouble(
                        told("%s ended with code %d while it started".formatted(child.name(), current.exitValue())));
            }
            if (System.nanoTime() > deadline) {
                throw new Trouble(told("%s was not ready within %d s (%s)"
                        .formatted(child.name(), START_LIMIT.toSeconds(), readiness.where())));
            }
        }
        wasReady = true;
    }

    /// The process as it runs now.
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    /// From now on its end is no accident.
    void release() {
        stopping.countDown();
    }

    /// To be called when it has ended.
    void forget() throws IOException {
        pid.delete();
    }

    private synchronized Process launch() throws IOException {
        logFrom = child.log().size();
        var started = child.start();
        pid.write(started.toHandle());
        process = started;
        return started;
    }

    private void watch() {
        var pause = FIRST_PAUSE;
        try {
            while (true) {
                var current = process;
                if (current == null) {
                    return;
                }
                var started = System.nanoTime();
                var code = current.waitFor();
                if (stopping.getCount() == 0 || !wasReady) {
                    return;
                }
                if (System.nanoTime() - started > STAYED_UP.toNanos()) {
                    pause = Duration.ZERO;
                }
                report.accept(told("%s ended with code %d; it is started again in %.1f s"
                        .formatted(child.name(), code, pause.toMillis() / 1000.0)));
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = longer(pause);
                launch();
                report.accept(child.name() + " was started again");
            }
        } catch (IOException e) {
            report.accept("%s cannot be started again: %s".formatted(child.name(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Duration longer(Duration pause) {
        var doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private String told(String what) {
        var text = new StringBuilder(what)
                .append(". The last lines of ")
                .append(child.log().path())
                .append(':');
        try {
            child.log()
                    .tail(logFrom, LAST_LINES)
                    .forEach(line -> text.append("\n    | ").append(line));
        } catch (IOException e) {
            text.append("\n    | (it cannot be read: ").append(e.getMessage()).append(')');
        }
        return text.toString();
    }
}
