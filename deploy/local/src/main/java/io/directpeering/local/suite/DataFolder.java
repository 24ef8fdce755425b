package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.directpeering.local.Trouble;

/// The folder of a part's data, with a mark beside it that tells a whole one from one whose making was cut short.
record DataFolder(Path folder) {

    private Path mark() {
        return folder.resolveSibling(folder.getFileName() + ".complete");
    }

    /// @throws Trouble it was left half-written
    void check() throws IOException {
        if (Files.isDirectory(folder) && !isEmpty() && !isComplete()) {
            throw new Trouble(
                    "%s was left half-written: its making was cut short. Nothing was stored in it yet; remove it (rm -r '%s') and start again."
                            .formatted(folder, folder));
        }
    }

    /// Whether an earlier run has brought it to an end.
    boolean isComplete() {
        return Files.exists(mark());
    }

    /// From now on it holds something worth keeping.
    void markComplete() throws IOException {
        if (!isComplete()) {
            Files.createFile(mark());
        }
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
