package io.directpeering.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Processes with all that they started.
public record ProcessTree(List<ProcessHandle> roots) {

    private static final int CLOCK_TICKS_PER_SECOND = 100;

    /// Fields of `/proc/PID/stat`, counted from behind the name: own time and that of children that have ended.
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private static final long MICROS_PER_TICK = 1_000_000 / CLOCK_TICKS_PER_SECOND;

    /// Time that they have used so far, user and system.
    public long cpuMicros() {
        return pids().stream().mapToLong(ProcessTree::ticks).sum() * MICROS_PER_TICK;
    }

    /// Memory that they hold, what they share counted once.
    public long residentMiB() {
        return pids().stream().mapToLong(ProcessTree::proportionalKiB).sum() / 1024;
    }

    private Set<Long> pids() {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return TIMES.stream()
                    .mapToLong(field -> Long.parseLong(fields[field]))
                    .sum();
        } catch (IOException e) {
            // It has ended; its parent has its time.
            return 0;
        }
    }

    private static long proportionalKiB(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
