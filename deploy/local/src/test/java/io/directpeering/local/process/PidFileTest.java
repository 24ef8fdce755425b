package io.directpeering.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTest {

    @TempDir
    private Path folder;

    @Test
    void livingProcessIsKnownAgain() throws IOException {
        // Given
        var file = PidFile.of(folder.resolve("run"), "me");
        file.write(ProcessHandle.current());

        // When
        var found = file.process();

        // Then
        assertThat(found).contains(ProcessHandle.current());
        assertThat(PidFile.in(folder.resolve("run"))).containsExactly(file);
        assertThat(file.name()).isEqualTo("me");
    }

    @Test
    void numberGivenToAnotherProcessSinceIsNotTaken() throws IOException {
        // Given
        var file = PidFile.of(folder, "me");
        Files.writeString(file.file(), ProcessHandle.current().pid() + " 1000\n");

        // When
        var found = file.process();

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void deadProcessIsNotFound() throws Exception {
        // Given
        var process = new ProcessBuilder("true").start();
        var file = PidFile.of(folder, "gone");
        file.write(process.toHandle());
        process.waitFor();

        // When
        var found = file.process();

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "1 x", "99999999999999 1", "1 2 3"})
    void garbageIsNoProcess(String text) throws IOException {
        // Given
        var file = PidFile.of(folder, "garbage");
        Files.writeString(file.file(), text);

        // When
        var found = file.process();

        // Then
        assertThat(found).isEmpty();
    }
}
