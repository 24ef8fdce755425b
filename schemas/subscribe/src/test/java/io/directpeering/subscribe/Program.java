package io.directpeering.subscribe;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// A subscriber that runs: what it prints, and its end.
final class Program implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final List<JsonNode> printed = new CopyOnWriteArrayList<>();
    private final List<String> progress = new CopyOnWriteArrayList<>();

    private final List<Thread> readers;

    private Program(Process process) {
        this.process = process;
        readers = List.of(
                Thread.ofVirtual().start(() -> read(process.inputReader(), line -> printed.add(JSON.readTree(line)))),
                Thread.ofVirtual().start(() -> read(process.errorReader(), progress::add)));
    }

    static Program start(Path folder, List<String> command) throws IOException {
        return new Program(
                new ProcessBuilder(command).directory(folder.toFile()).start());
    }

    private interface Taker {
        void take(String line) throws IOException;
    }

    private static void read(BufferedReader lines, Taker taker) {
        try (lines) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.take(line);
            }
        } catch (IOException e) {
            // The program has ended.
        }
    }

    List<JsonNode> printed() {
        return printed;
    }

    List<String> progress() {
        return progress;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// Asks it to end (SIGTERM), and waits until it has.
    void stop() throws InterruptedException {
        // By its handle: the process itself would close what it says last.
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The subscriber does not end. It said: " + progress);
        }
        for (var reader : readers) {
            reader.join();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
