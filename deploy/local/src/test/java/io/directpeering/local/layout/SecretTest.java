package io.directpeering.local.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTest {

    @TempDir
    private Path home;

    @Test
    void itIsKeptAndOnlyItsOwnerReadsIt() throws IOException {
        // Given
        var layout = new Layout(home, home, 0);
        var first = Secret.DATABASE_PASSWORD.of(layout);

        // When
        var again = Secret.DATABASE_PASSWORD.of(layout);

        // Then
        assertThat(again).isEqualTo(first).matches("[0-9a-f]{48}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Secret.DATABASE_PASSWORD.file(layout))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyInstallationHasItsOwn() throws IOException {
        // Given
        var one = new Layout(home, home.resolve("one"), 0);
        var other = new Layout(home, home.resolve("other"), 0);

        // When
        var password = Secret.DATABASE_PASSWORD.of(one);

        // Then
        assertThat(password).isNotEqualTo(Secret.DATABASE_PASSWORD.of(other));
    }
}
