package io.directpeering.system;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.directpeering.events.PeeringTransitioned;

/// What clients of several instances were answered. An error is an answer from 500 on, 503 among them, one that did not
/// come in time, and a command whose connection was lost. Whoever balances load asks another instance where nobody
/// listens, or where the connection is lost under a read; that is none, but told as trouble.
final class ClusterReport {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();
    private final Map<UUID, Map<Long, String>> seen = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong brokenReads = new AtomicLong();

    void command(int status) {
        note("commands " + status, status);
    }

    void read(int status, boolean standby) {
        note("reads " + status + (standby ? " from a copy" : ""), status);
    }

    void list(int status, boolean standby) {
        note("lists " + status + (standby ? " from a copy" : ""), status);
    }

    void count(int status, boolean standby) {
        note("counts " + status + (standby ? " from a copy" : ""), status);
    }

    /// A connection ended under a read, which another instance answered.
    void readBroken() {
        brokenReads.incrementAndGet();
    }

    long brokenReads() {
        return brokenReads.get();
    }

    void wrong(String what) {
        wrong.add(what);
    }

    void trouble(String what) {
        troubles.computeIfAbsent(what.substring(0, Math.min(250, what.length())), _ -> new LongAdder())
                .increment();
    }

    /// An answer said that a peering stands so at this sequence.
    void saw(UUID id, long sequence, String state) {
        var before = seen.computeIfAbsent(id, _ -> new ConcurrentHashMap<>()).put(sequence, state);
        if (before != null && !before.equals(state)) {
            wrong(id + " at " + sequence + " was " + before + " and " + state);
        }
    }

    /// Holds all that was seen against the log.
    void compare(List<PeeringTransitioned> transitions) {
        var log = new ConcurrentHashMap<UUID, Map<Long, String>>();
        transitions.forEach(
                each -> log.computeIfAbsent(each.getMetadata().getPeeringId(), _ -> new ConcurrentHashMap<>())
                        .put(each.getSequence(), each.getSnapshot().getState().name()));
        seen.forEach((id, states) -> states.forEach((sequence, state) -> {
            var logged = log.getOrDefault(id, Map.of()).get(sequence);
            if (!state.equals(logged)) {
                wrong(id + " at " + sequence + " was read as " + state + "; the log says " + logged);
            }
        }));
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    double errorsPerRequest() {
        return requests.get() == 0 ? 1 : (double) errors.get() / requests.get();
    }

    long requests() {
        return requests.get();
    }

    String text() {
        var text = new StringBuilder("%d requests, %d errors (%.4f %%), %d wrong answers"
                .formatted(requests.get(), errors.get(), 100 * errorsPerRequest(), wrong.size()));
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        text.append("\n  ").append(each.getKey()).append(": ").append(each.getValue()));
        troubles.forEach(
                (what, times) -> text.append("\n  ").append(times).append(" × ").append(what));
        return text.toString();
    }

    private void note(String kind, int status) {
        requests.incrementAndGet();
        if (status == 0 || status >= 500) {
            errors.incrementAndGet();
        }
        counts.computeIfAbsent(kind, _ -> new LongAdder()).increment();
    }
}
