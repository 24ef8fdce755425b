package io.directpeering.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What happened when, as the demo saw it.
public final class Timeline {

    private final long startedNanos = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>();
    private final Consumer<Entry> live;

    /// @param live is told each entry as it happens
    public Timeline(Consumer<Entry> live) {
        this.live = live;
    }

    /// One thing that happened.
    ///
    /// @param atMs   since the demo began
    /// @param step   who did what
    /// @param states of the connections, after it; none before they exist
    /// @param tookMs of the call, or of the wait
    /// @param note   what came of it
    public record Entry(long atMs, String step, List<String> states, long tookMs, String note) {}

    void add(String step, List<String> states, long tookMs, String note) {
        var entry = new Entry((System.nanoTime() - startedNanos) / 1_000_000, step, states, tookMs, note);
        entries.add(entry);
        live.accept(entry);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
