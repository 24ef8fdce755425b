package io.directpeering.provisioning.router.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where a router's ports are, as seen by commands: before each stands what brings it there, for instance
/// `ip netns exec fra1-edge1` or `ssh fra1-edge1`.
public record Place(List<String> prefix) {

    public Place {
        prefix = List.copyOf(prefix);
    }

    /// What a command said.
    public record Said(int code, String text) {

        public boolean isWell() {
            return code == 0;
        }
    }

    /// @throws IOException it could not be started, or did not end in time
    public Said run(Duration limit, List<String> command) throws IOException {
        var words = new ArrayList<>(prefix);
        words.addAll(command);
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var reader = process.inputReader(UTF_8);
            var text = new StringBuilder();
            var reading = Thread.ofVirtual().start(() -> readAll(reader, text));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(String.join(" ", words) + " did not end within " + limit.toMillis() + " ms");
            }
            reading.join();
            return new Said(process.exitValue(), text.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void readAll(java.io.Reader reader, StringBuilder text) {
        try {
            var buffer = new char[8192];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
