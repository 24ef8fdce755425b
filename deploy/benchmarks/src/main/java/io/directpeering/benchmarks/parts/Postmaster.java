package io.directpeering.benchmarks.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the first process of a PostgreSQL server, parent of all others. The server is nobody's child: whoever starts
/// it
/// has ended by the time that it runs.
public final class Postmaster {

    private Postmaster() {}

    /// @throws IOException no server runs on the data
    public static ProcessHandle of(Path dataDirectory) throws IOException {
        try (var lines = Files.lines(dataDirectory.resolve("postmaster.pid"))) {
            var pid = lines.findFirst().map(String::strip).map(Long::parseLong);
            return pid.flatMap(ProcessHandle::of)
                    .orElseThrow(() -> new IOException("No PostgreSQL server runs on " + dataDirectory));
        }
    }
}
