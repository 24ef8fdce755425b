package io.directpeering.local.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Steps that run at the same time, each after those it needs. Once one has failed, no further one begins.
final class SideBySide implements AutoCloseable {

    private final Steps steps;
    private final Runnable onFailure;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<?>> all = new ArrayList<>();
    private final CompletableFuture<Exception> failure = new CompletableFuture<>();

    /// @param onFailure makes those that are under way give up
    SideBySide(Steps steps, Runnable onFailure) {
        this.steps = steps;
        this.onFailure = onFailure;
    }

    /// What is done in a step.
    interface Work {
        void run() throws Exception;
    }

    /// A step of the start that others can be told to wait for.
    record Pending(CompletableFuture<Void> end) {}

    /// Adds a step.
    Pending after(List<Pending> needed, String name, Work work) {
        var ends = needed.stream().map(Pending::end).toArray(CompletableFuture[]::new);
        var end = CompletableFuture.allOf(ends).thenRunAsync(() -> run(name, work), workers);
        all.add(end);
        return new Pending(end);
    }

    /// Waits until every step has ended, one way or the other.
    ///
    /// @throws Exception what went wrong first
    void await() throws Exception {
        for (var end : all) {
            try {
                end.join();
            } catch (CompletionException e) {
                // Told below; the others must end, too, before anything can be stopped.
            }
        }
        if (failure.isDone()) {
            throw failure.join();
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    private void run(String name, Work work) {
        if (failure.isDone()) {
            return;
        }
        try {
            steps.step(name, () -> {
                work.run();
                return name;
            });
        } catch (Exception e) {
            if (failure.complete(e)) {
                onFailure.run();
            }
            throw new CompletionException(e);
        }
    }
}
