package io.directpeering.backends;

import java.nio.file.Path;
import java.util.List;

import io.directpeering.local.parts.Database;
import io.directpeering.local.parts.Durability;
import io.directpeering.local.parts.Ports;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// A PostgreSQL server, and where and as whom databases are created on it.
record TestDatabase(String administrationUrl, String administrator, AutoCloseable part) {

    private static final String IMAGE = System.getProperty("backend.postgresql.image", "postgres:18");

    static TestDatabase start(Path scratch) throws Exception {
        return Engine.provides("database", IMAGE) ? fromImage() : embedded(scratch);
    }

    private static TestDatabase fromImage() {
        var container = new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                .withUsername(Database.USER)
                .withPassword(Database.USER);
        container.start();
        return new TestDatabase(container.getJdbcUrl(), Database.USER, container);
    }

    private static TestDatabase embedded(Path scratch) throws Exception {
        var server = Database.start(
                scratch.resolve("database"), scratch.resolve("database.log"), Ports.free(), Durability.SCRATCH);
        server.create(List.of());
        return new TestDatabase(server.jdbcUrl("postgres"), "postgres", server);
    }
}
