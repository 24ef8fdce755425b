package io.directpeering.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Looks at the clock, at the time that processes use, and at the whole machine.
///
/// @param cpuMicros  of the processes so far
/// @param busyMicros of all cores so far
public record Watch(ProcessTree processes, long nanos, long cpuMicros, long busyMicros) {

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int GUEST = 8;
    private static final long MICROS_PER_TICK = 10_000;

    public static Watch start(ProcessTree processes) throws IOException {
        return new Watch(processes, System.nanoTime(), processes.cpuMicros(), busy());
    }

    /// What went by since then.
    ///
    /// @param cpuMicros       that the processes used
    /// @param othersCores     cores that everybody else kept busy, on average: the disturbance
    /// @param loadAverage     of the last minute
    public record Elapsed(double seconds, long cpuMicros, double othersCores, double loadAverage) {}

    public Elapsed stop() throws IOException {
        var now = start(processes);
        var micros = (now.nanos - nanos) / 1e3;
        var used = now.cpuMicros - cpuMicros;
        var others = (now.busyMicros - busyMicros - used) / micros;
        return new Elapsed(micros / 1e6, used, Math.max(0, others), loadAverage());
    }

    public static double loadAverage() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }

    private static long busy() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var ticks = Arrays.stream(lines.findFirst()
                            .orElseThrow()
                            .substring("cpu".length())
                            .strip()
                            .split(" +", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            long sum = 0;
            for (int kind = 0; kind < GUEST; kind++) {
                sum += kind == IDLE || kind == WAITING_FOR_DISK ? 0 : ticks[kind];
            }
            return sum * MICROS_PER_TICK;
        }
    }
}
