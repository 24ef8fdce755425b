package io.directpeering.letters;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SameBytesTest {

    @TempDir
    Path folder;

    @Test
    void theSameLetterIsTheSameBytesNowAndLater() {
        // Given
        var first = LetterPdf.of(Samples.letter());

        // When
        var second = LetterPdf.of(Samples.letter());

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(LetterPdf.of(Samples.cease())).isEqualTo(LetterPdf.of(Samples.cease()));
    }

    /// Hash codes, time zone, language and the order of sets are another process' own.
    @Test
    void anotherProcessWithAnotherLanguageAndTimeZoneMakesTheSameBytes() throws Exception {
        // When
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=SA",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=US-ASCII",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Samples.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        // Then
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")) + File.pathSeparator)
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("loa.pdf"))).isEqualTo(LetterPdf.of(Samples.letter()));
        assertThat(Files.readAllBytes(folder.resolve("cease.pdf"))).isEqualTo(LetterPdf.of(Samples.cease()));
        assertThat(Files.readAllBytes(folder.resolve("scripts.pdf"))).isEqualTo(LetterPdf.of(Samples.scripts()));
    }

    @Test
    void anotherLetterIsOtherBytes() {
        // Given
        var letter = Samples.letter();

        // When
        var voided = Samples.letter(letter.peer(), letter.demarc(), "USED");

        // Then
        assertThat(LetterPdf.of(voided)).isNotEqualTo(LetterPdf.of(letter));
    }
}
