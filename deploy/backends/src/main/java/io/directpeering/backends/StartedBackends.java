package io.directpeering.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import io.directpeering.local.parts.Ports;
import io.directpeering.local.parts.Registry;
import io.directpeering.schemas.SchemaRegistration;

/// Starts the parts, and ends them with the JVM.
final class StartedBackends {

    private StartedBackends() {}

    /// @throws IllegalStateException a part does not start; the cause says which and why
    static Backends start() {
        try {
            var scratch = Files.createTempDirectory("peering-backends");
            var home = Path.of(System.getProperty("registry.home", "../deploy/local/target/registry"));
            var log = scratch.resolve("registry.log");
            var registry = Registry.launch(home, Ports.free(), Ports.free(), new Registry.Storage.Memory(), log);
            // The registry needs seconds to start; the others start meanwhile.
            var broker = TestBroker.start(scratch);
            var database = TestDatabase.start(scratch);
            registry.awaitReady();
            new SchemaRegistration(registry.url()).run();
            endWithTheJvm(broker.part(), registry, database.part(), scratch);
            return new Backends(
                    broker.bootstrapServers(),
                    registry.url(),
                    registry.confluentUrl(),
                    database.administrationUrl(),
                    database.administrator());
        } catch (Exception e) {
            throw new IllegalStateException("The tests' backends do not start", e);
        }
    }

    private static void endWithTheJvm(
            AutoCloseable broker, AutoCloseable registry, AutoCloseable database, Path scratch) {
        var end = new Thread(
                () -> {
                    try (broker;
                            registry;
                            database) {
                        System.out.println("backends: ending");
                    } catch (Exception e) {
                        System.err.println("backends: " + e);
                    }
                    delete(scratch);
                },
                "backends-end");
        Runtime.getRuntime().addShutdownHook(end);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            System.err.println("backends: " + folder + " is left behind: " + e.getMessage());
        }
    }
}
