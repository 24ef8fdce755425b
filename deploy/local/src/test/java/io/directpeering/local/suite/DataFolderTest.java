package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.directpeering.local.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    private Path home;

    @Test
    void newAndCompleteFoldersPass() throws IOException {
        // Given
        var folder = new DataFolder(home.resolve("broker"));
        folder.check();
        Files.createDirectories(folder.folder());
        folder.check();
        Files.createFile(folder.folder().resolve("log"));

        // When
        folder.markComplete();

        // Then
        assertThatCode(folder::check).doesNotThrowAnyException();
    }

    @Test
    void halfWrittenFolderIsNamedWithTheWayOut() throws IOException {
        // Given
        var folder = new DataFolder(home.resolve("broker"));
        Files.createDirectories(folder.folder());
        Files.createFile(folder.folder().resolve("log"));

        // When, Then
        assertThatThrownBy(folder::check)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(folder.folder().toString())
                .hasMessageContaining("rm -r");
    }
}
