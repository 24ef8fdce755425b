package io.directpeering.local.parts;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Apicurio Registry as a child process, on the loopback interface.
public final class Registry implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final Path log;

    private Registry(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// Where the registry keeps its schemas.
    public sealed interface Storage {
        /// Nowhere: gone with the process.
        record Memory() implements Storage {}

        /// In a PostgreSQL database of its own.
        record Sql(String jdbcUrl, String user, String password) implements Storage {}
    }

    /// The command that starts the process, in the foreground.
    ///
    /// On one class path instead of through its runner's class loader, out of which a JVM caches nothing.
    ///
    /// @param options more options of the JVM
    /// @throws IOException there is no distribution at `home`
    public static List<String> command(Path home, int port, int managementPort, Storage storage, List<String> options)
            throws IOException {
        if (!Files.exists(home.resolve("quarkus-run.jar"))) {
            throw new IOException("There is no schema registry at " + home + ". The build of deploy/local unpacks it.");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts seldom and works little: the quick compiler and the small collector suit it.
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.host=127.0.0.1");
        command.add("-Dquarkus.management.port=" + managementPort);
        command.addAll(settings(storage));
        command.addAll(List.of("-cp", classPath(home), "io.quarkus.runner.GeneratedMain"));
        return command;
    }

    /// What the command must not show to whoever lists processes: the password.
    public static Map<String, String> environment(Storage storage) {
        return switch (storage) {
            case Storage.Memory() -> Map.of();
            case Storage.Sql(var jdbcUrl, var user, var password) -> Map.of("APICURIO_DATASOURCE_PASSWORD", password);
        };
    }

    /// Starts the process and returns at once; [#awaitReady] waits until it answers.
    ///
    /// @param home           unpacked distribution of the registry
    /// @param managementPort port of its health checks
    /// @param log            file for its output
    /// @throws IOException there is no distribution at `home`, or no process can be started
    public static Registry launch(Path home, int port, int managementPort, Storage storage, Path log)
            throws IOException {
        var builder = new ProcessBuilder(command(home, port, managementPort, storage, List.of()));
        builder.environment().putAll(environment(storage));
        var process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        return new Registry(process, port, log);
    }

    /// Base address of its own API.
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    /// Base address of its Confluent-compatible API.
    public String confluentUrl() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// Waits until it answers.
    ///
    /// @throws IOException it ended or did not answer within 90 s; the message names its log
    public Registry awaitReady() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + "/system/info"))
                .timeout(Duration.ofSeconds(2))
                .build();
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException(
                            "The schema registry ended with code " + process.exitValue() + "; see " + log);
                }
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return this;
                    }
                } catch (IOException notYet) {
                    // Not listening yet; the loop asks again.
                }
            }
        }
        throw new IOException(
                "The schema registry did not answer within " + START_LIMIT.toSeconds() + " s; see " + log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(8, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /// What its build transformed or generated hides what it was made from.
    private static String classPath(Path home) {
        return Stream.of(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app/*",
                        "lib/boot/*",
                        "lib/main/*")
                .map(entry -> home.resolve(entry).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> settings(Storage storage) {
        return switch (storage) {
            case Storage.Memory() -> List.of();
            case Storage.Sql(var jdbcUrl, var user, var password) ->
                List.of(
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=postgresql",
                        "-Dapicurio.datasource.url=" + jdbcUrl,
                        "-Dapicurio.datasource.username=" + user);
        };
    }
}
