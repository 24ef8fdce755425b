package io.directpeering.local.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CachesTest {

    private static final String PROGRAM = "request-service";

    @TempDir
    private Path root;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = Files.createFile(root.resolve("quarkus-run.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void startWithoutCachesGetsNone() {
        assertThat(Caches.of(root).options(PROGRAM, jar)).isEmpty();
    }

    @Test
    void trainedProgramBeginsWithItsCache() throws IOException {
        // Given
        var cache = train();

        // When
        var options = Caches.of(root).options(PROGRAM, jar);

        // Then
        assertThat(options).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void cacheThatAnotherJdkMadeIsLeft() throws IOException {
        // Given
        var cache = train();

        // When
        Files.writeString(cache.resolveSibling("made-by"), "Somebody 25+1\n");

        // Then
        assertThat(Caches.of(root).options(PROGRAM, jar)).isEmpty();
    }

    @Test
    void cacheOfAnEarlierBuildIsLeft() throws IOException {
        // Given
        train();

        // When
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));

        // Then
        assertThat(Caches.of(root).options(PROGRAM, jar)).isEmpty();
    }

    @Test
    void trainingThatCameToNoEndLeavesNothingToBeginWith() throws IOException {
        // Given
        train();

        // When
        Caches.inTraining(root).clear();

        // Then
        assertThat(Caches.of(root).options(PROGRAM, jar)).isEmpty();
    }

    /// @return the cache that a JVM in training writes
    private Path train() throws IOException {
        var training = Caches.inTraining(root);
        training.clear();
        var cache = Path.of(training.options(PROGRAM, jar).getFirst().replace("-XX:AOTCacheOutput=", ""));
        Files.createFile(cache);
        training.release();
        return cache;
    }
}
