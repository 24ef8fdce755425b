package io.directpeering.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.directpeering.local.parts.Ports;
import io.directpeering.local.parts.Registry;
import io.directpeering.schemas.SchemaRegistration;

/// The schema registry, for all trials: clients ask it once for a schema, and it takes no part in what is measured.
final class SharedRegistry implements AutoCloseable {

    private final Registry registry;

    /// Starts one that keeps its schemas in memory.
    SharedRegistry(Path home) throws IOException, InterruptedException {
        System.err.println("starting the schema registry");
        registry = Registry.launch(
                Path.of(System.getProperty("peering.root", "")).resolve("deploy/local/target/registry"),
                Ports.free(),
                Ports.free(),
                new Registry.Storage.Memory(),
                Files.createDirectories(home).resolve("registry.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(registry.process()::destroy, "registry-end"));
        registry.awaitReady();
        new SchemaRegistration(registry.url()).run();
    }

    String url() {
        return registry.url();
    }

    @Override
    public void close() throws InterruptedException {
        registry.close();
    }
}
