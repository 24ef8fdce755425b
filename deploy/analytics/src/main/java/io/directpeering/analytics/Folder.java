package io.directpeering.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import io.directpeering.local.Trouble;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

/// A folder that is there whole or not at all: it is filled aside, and put in place when it is complete. One that an
/// earlier export made is replaced; any other is left alone.
///
/// @param place where it will be
/// @param aside where it is filled
record Folder(Path place, Path aside) {

    /// Tells an export from somebody's own folder.
    static final String MANIFEST = "export.json";

    /// @throws Trouble the place is taken
    static Folder at(Path wanted) throws IOException {
        var place = wanted.toAbsolutePath().normalize();
        if (Files.exists(place) && !isExport(place)) {
            throw new Trouble("%s is there already, and no export made it. Name another folder.".formatted(place));
        }
        Files.createDirectories(place.getParent());
        return new Folder(
                place, Files.createTempDirectory(place.getParent(), "." + place.getFileName() + ".incomplete-"));
    }

    private static boolean isExport(Path place) throws IOException {
        if (Files.exists(place.resolve(MANIFEST))) {
            return true;
        }
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (var files = Files.list(place)) {
            return files.findAny().isEmpty();
        }
    }

    /// It is complete.
    void putInPlace() throws IOException {
        var before = aside.resolveSibling(aside.getFileName() + ".before");
        if (Files.exists(place)) {
            Files.move(place, before, ATOMIC_MOVE);
        }
        Files.move(aside, place, ATOMIC_MOVE);
        delete(before);
    }

    /// It will not be.
    void giveUp() {
        delete(aside);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
