package io.directpeering.local.suite;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/// Shows what was done, a line for each step with the seconds it took.
final class Steps {

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long startedNanos;

    Steps(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        startedNanos = nanoTime.getAsLong();
    }

    /// Does it, and shows how long it took; shows that it failed where it did.
    <T> T step(String name, Callable<T> work) throws Exception {
        var begun = nanoTime.getAsLong();
        try {
            var result = work.call();
            show(name, "%5.1f s".formatted(seconds(begun)));
            return result;
        } catch (Exception e) {
            show(name, "failed after %.1f s".formatted(seconds(begun)));
            throw e;
        }
    }

    /// Says something in between.
    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Seconds since the first step could begin.
    double seconds() {
        return seconds(startedNanos);
    }

    private void show(String name, String took) {
        say(String.format(Locale.ROOT, "  %-28s %s", name, took));
    }

    private double seconds(long since) {
        return (nanoTime.getAsLong() - since) / 1e9;
    }
}
