package io.directpeering.local.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The class caches of one checkout, a file for each program.
///
/// A cache fits the very JDK, build and options that it was made with. JDK and build are compared here, so that it can
/// be
/// said; a JVM that finds anything else changed says so in its own log. Either way it starts without, only later.
///
/// @param folder where they lie
/// @param use    what they are there for in this run
public record Caches(Path folder, Use use) {

    /// What a run does with the caches.
    public enum Use {
        /// Begins with them, where they fit.
        START,
        /// Makes them: each JVM writes its own when it ends, which takes it seconds.
        TRAINING
    }

    private static final String MADE_BY = "made-by";

    /// Those that a start begins with.
    public static Caches of(Path root) {
        return new Caches(folder(root), Use.START);
    }

    /// Those that a training makes.
    public static Caches inTraining(Path root) {
        return new Caches(folder(root), Use.TRAINING);
    }

    private static Path folder(Path root) {
        return root.resolve("deploy/local/target/caches");
    }

    /// What the command of a program gets.
    ///
    /// @param jar what the build has made of it
    public List<String> options(String program, Path jar) {
        return switch (use) {
            case TRAINING -> List.of("-XX:AOTCacheOutput=" + file(program), "-Xlog:aot=off");
            case START -> fits(program, jar) ? List.of("-XX:AOTCache=" + file(program)) : List.of();
        };
    }

    /// Whether there is a cache of this program that this JDK made, of this build.
    public boolean fits(String program, Path jar) {
        try {
            return has(program)
                    && Files.exists(madeBy())
                    && Files.readString(madeBy()).strip().equals(thisJdk())
                    && Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(file(program))) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether there is a cache of this program.
    public boolean has(String program) {
        return Files.exists(file(program));
    }

    /// Removes them all: none is better than one of an earlier build.
    public void clear() throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /// From now on a start of this JDK begins with them.
    public void release() throws IOException {
        Files.writeString(madeBy(), thisJdk() + "\n");
    }

    private Path file(String program) {
        return folder.resolve(program + ".aot");
    }

    private Path madeBy() {
        return folder.resolve(MADE_BY);
    }

    private static String thisJdk() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version");
    }
}
