package io.directpeering.analytics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.parts.Analyst;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes the tables for analysts as Parquet files.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the tables for analysts as Parquet files, all at one moment, for DuckDB or pandas.")
public final class Export implements Callable<Integer> {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final String CONNECTION_LOST = "08";
    private static final int FAILED = 1;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "folder for the files; an earlier export there is replaced when the new one is complete")
    private Path to = Path.of("");

    @Option(names = "--output", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Output output = Output.text;

    enum Output {
        text,
        json
    }

    /// A file that was written.
    record File(String table, String file, long rows, long bytes) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Export())
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr()
                            .println("peering: " + (failure instanceof Trouble ? failure.getMessage() : failure));
                    return FAILED;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var layout = Layout.of(System.getProperty("peering.root"), System.getProperty("peering.home"), System.getenv());
        try {
            var files = export(
                    layout.jdbcUrl(Analyst.DATABASE),
                    Analyst.USER,
                    Secret.ANALYST_PASSWORD.of(layout),
                    to,
                    Clock.systemUTC());
            print(files);
            return 0;
        } catch (SQLException e) {
            throw String.valueOf(e.getSQLState()).startsWith(CONNECTION_LOST)
                    ? new Trouble("The database does not answer. ./peering up starts it. (" + e.getMessage() + ")", e)
                    : e;
        }
    }

    private void print(List<File> files) throws IOException {
        switch (output) {
            case json -> System.out.println(new JsonMapper().writeValueAsString(files));
            case text -> {
                files.forEach(each ->
                        System.out.printf("  %-16s %,12d rows  %,12d bytes%n", each.file(), each.rows(), each.bytes()));
                System.out.println("  in " + to.toAbsolutePath().normalize());
            }
        }
    }

    /// Exports all tables.
    static List<File> export(String jdbcUrl, String user, String password, Path to, Clock clock)
            throws SQLException, IOException {
        try (var snapshot = Snapshot.of(jdbcUrl, user, password);
                var parquet = new Parquet()) {
            var tables = snapshot.tables();
            if (tables.isEmpty()) {
                throw new Trouble("There are no tables yet: request-service makes them when it first runs.");
            }
            var folder = Folder.at(to);
            try {
                var files = write(snapshot, parquet, tables, folder.aside());
                manifest(folder.aside(), clock.instant(), files);
                folder.putInPlace();
                return files;
            } catch (SQLException | IOException | RuntimeException e) {
                folder.giveUp();
                throw e;
            }
        }
    }

    private static List<File> write(Snapshot snapshot, Parquet parquet, List<Table> tables, Path folder)
            throws SQLException, IOException {
        var begun = System.nanoTime();
        var csv = folder.resolve("rows.csv");
        var files = new ArrayList<File>();
        for (var table : tables) {
            if (System.nanoTime() - begun > QUIET_NANOS) {
                System.err.printf("  %d of %d: %s%n", files.size() + 1, tables.size(), table.name());
            }
            try (var rows = new BufferedOutputStream(Files.newOutputStream(csv))) {
                var count = snapshot.copy(table, rows);
                rows.close();
                var file = folder.resolve(table.name() + ".parquet");
                parquet.write(table, csv, file);
                files.add(new File(table.name(), file.getFileName().toString(), count, Files.size(file)));
            }
        }
        Files.delete(csv);
        return List.copyOf(files);
    }

    private static void manifest(Path folder, Instant at, List<File> files) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("exportedAt", at.toString());
        manifest.put("files", files);
        Files.writeString(
                folder.resolve(Folder.MANIFEST),
                new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
    }
}
