package io.directpeering.local.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import io.directpeering.local.process.PidFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceTest {

    @TempDir
    private Path home;

    @Test
    void stateIsToldToOtherCommandsAndForgotten() throws Exception {
        // Given
        var layout = new Layout(home, home, 700);
        RunState.tell(new Wanted(layout, new Scale(3, 3), EnumSet.allOf(Services.class)), RunState.Phase.READY);

        // When
        var found = RunState.of(new Layout(home, home, 0)).orElseThrow();

        // Then
        assertThat(found.phase()).isEqualTo(RunState.Phase.READY);
        assertThat(found.scale()).isEqualTo(new Scale(3, 3));
        assertThat(found.layout()).isEqualTo(layout);
        RunState.forget(layout);
        assertThat(RunState.of(layout)).isEmpty();
    }

    @Test
    void leftoversOfAKilledRunAreStoppedAndNamed() throws Exception {
        // Given
        var layout = new Layout(home, home, 0);
        var orphan = new ProcessBuilder("sleep", "60").start();
        PidFile.of(layout.run(), "approval-service").write(orphan.toHandle());

        // When
        var told = Leftovers.stop(layout);

        // Then
        assertThat(told).singleElement().asString().contains("approval-service", String.valueOf(orphan.pid()));
        assertThat(orphan.waitFor(Duration.ofSeconds(1))).isTrue();
        assertThat(PidFile.in(layout.run())).isEqualTo(List.of());
    }
}
