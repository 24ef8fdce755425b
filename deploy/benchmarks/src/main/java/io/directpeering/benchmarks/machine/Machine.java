package io.directpeering.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What everything ran on.
public record Machine(String processor, int cores, long memoryMiB, String system, String java) {

    public static Machine here() throws IOException {
        return new Machine(
                valueOf(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(valueOf(Path.of("/proc/meminfo"), "MemTotal").split(" ", -1)[0]) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString());
    }

    public String words() {
        return "%s, %d cores, %d MiB, %s, Java %s".formatted(processor, cores, memoryMiB, system, java);
    }

    private static String valueOf(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
