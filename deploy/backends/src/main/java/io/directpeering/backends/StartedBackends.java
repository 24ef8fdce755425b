package io.directpeering.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import io.directpeering.local.issuer.Issuer;
import io.directpeering.local.issuer.IssuerKey;
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
            var key = IssuerKey.random();
            var issuer = Issuer.start(0, key);
            registry.awaitReady();
            new SchemaRegistration(registry.url()).run();
            endWithTheJvm(broker.part(), registry, database.part(), issuer, scratch);
            return new Backends(
                    broker.bootstrapServers(),
                    registry.url(),
                    registry.confluentUrl(),
                    database.administrationUrl(),
                    database.administrator(),
                    issuer.tokens().issuer(),
                    IssuerKey.text(key));
        } catch (Exception e) {
            throw new IllegalStateException("The tests' backends do not start", e);
        }
    }

    private static void endWithTheJvm(
            AutoCloseable broker, AutoCloseable registry, AutoCloseable database, Issuer issuer, Path scratch) {
        var end = new Thread(
                () -> {
                    try (broker;
                            registry;
                            database;
                            issuer) {
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
