package io.directpeering.local.suite;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import io.directpeering.local.Trouble;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.LogFile;
import io.directpeering.local.process.PidFile;
import io.directpeering.local.process.Stopping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/// A guard over a real process, which is killed.
class GuardIT {

    @TempDir
    private Path folder;

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private HttpServer ready;

    @BeforeEach
    void answerThatItIsReady() throws Exception {
        ready = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ready.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ready.start();
    }

    @AfterEach
    void stop() {
        ready.stop(0);
    }

    @Test
    void killedChildIsReportedWithItsLastLinesAndStartedAgain() throws Exception {
        // Given
        var guard = guard("echo up and running; exec sleep 60", true);
        guard.start();
        guard.awaitReady();
        var first = guard.process().orElseThrow();
        await().until(() -> new LogFile(folder.resolve("child.log")).size() > 0);

        // When
        first.destroyForcibly();

        // Then
        await().until(() ->
                guard.process().filter(process -> process.pid() != first.pid()).isPresent());
        await().until(() -> reports.size() == 2);
        assertThat(reports.getFirst()).contains("child ended with code 137", "| up and running");
        assertThat(reports.getLast()).isEqualTo("child was started again");
        assertThat(PidFile.of(folder, "child").process()).isEqualTo(guard.process());
        guard.release();
        Stopping.stop(guard.process().stream().toList(), Duration.ofSeconds(5));
        guard.forget();
        assertThat(PidFile.in(folder)).isEmpty();
    }

    @Test
    void childThatEndsBeforeItWasReadyIsAFaultOfTheSetUp() throws Exception {
        // Given
        var guard = guard("echo no such setting; exit 3", false);
        guard.start();

        // When, Then
        assertThatThrownBy(guard::awaitReady)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("child ended with code 3")
                .hasMessageContaining("| no such setting");
        assertThat(reports).isEmpty();
    }

    @Test
    void pauseDoublesUpToALimit() {
        // Given
        var pause = Duration.ZERO;

        // When
        for (var i = 0; i < 10; i++) {
            pause = Guard.longer(pause);
        }

        // Then
        assertThat(Guard.longer(Duration.ZERO)).isEqualTo(Guard.FIRST_PAUSE);
        assertThat(Guard.longer(Guard.FIRST_PAUSE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause).isEqualTo(Duration.ofSeconds(15));
    }

    private Guard guard(String script, boolean answers) {
        var child = new Child(
                "child", List.of("/bin/sh", "-c", script), Map.of(), folder, new LogFile(folder.resolve("child.log")));
        var port = answers ? ready.getAddress().getPort() : 1;
        return new Guard(
                child, PidFile.of(folder, "child"), Readiness.at("http://127.0.0.1:" + port + "/"), reports::add);
    }
}
