package io.directpeering.benchmarks.work;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.directpeering.benchmarks.figure.Latencies;

/// Takes peerings through their life: all of them one step, then all of them the next.
public record Walks(Contender contender, Load load) {

    /// @param told how long each step took
    /// @throws CompletionException a step was not taken
    public void walk(List<UUID> peerings, Latencies told) throws InterruptedException {
        for (var step : Step.inOrder()) {
            switch (load) {
                case Load.Closed(var clients) -> closed(clients, peerings, step, told);
                case Load.Open(var perSecond) -> open(perSecond, peerings, step, told);
            }
        }
    }

    private void closed(int clients, List<UUID> peerings, Step step, Latencies told) {
        var next = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, clients)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = next.getAndIncrement(); i < peerings.size(); i = next.getAndIncrement()) {
                                    take(peerings.get(i), step, System.nanoTime(), told);
                                }
                            },
                            callers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
    }

    private void open(int perSecond, List<UUID> peerings, Step step, Latencies told) throws InterruptedException {
        var begun = System.nanoTime();
        var all = new CompletableFuture<?>[peerings.size()];
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < all.length; i++) {
                var due = begun + i * 1_000_000_000L / perSecond;
                var peering = peerings.get(i);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                all[i] = CompletableFuture.runAsync(() -> take(peering, step, due, told), callers);
            }
            CompletableFuture.allOf(all).join();
        }
    }

    private void take(UUID peering, Step step, long due, Latencies told) {
        try {
            contender.take(peering, step);
        } catch (Exception e) {
            throw new CompletionException(step + " of " + peering + " was not taken", e);
        }
        told.add(System.nanoTime() - due);
    }
}
