package io.directpeering.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.local.Trouble;
import io.directpeering.local.parts.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(BackendsExtension.class)
class ExportIT {

    private static final Path TABLES = Path.of("../../request-service/src/main/resources/db/analysis/V1__tables.sql");
    private static final String COLUMNS =
            "refusal_id::text, sequence, logged_at::text, reason, cause_reason, connection_id::text";

    @TempDir
    private Path scratch;

    private String jdbcUrl = "";

    @BeforeEach
    void fill(Backends backends) throws SQLException, IOException {
        jdbcUrl = backends.jdbcUrl("export_" + scratch.getFileName().toString().replaceAll("\\W", ""));
        try (var owner = DriverManager.getConnection(jdbcUrl, Database.USER, Database.USER);
                var statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA analysis; SET search_path = analysis; " + Files.readString(TABLES));
            statement.execute("""
                    INSERT INTO refusals VALUES
                    (gen_random_uuid(), gen_random_uuid(), 3, '2026-11-01T10:00:00.123Z', 'Late', E'two\\nlines, "quoted"',
                     'WiringCompleted', gen_random_uuid(), '', NULL, '', 'provisioning-service', 'somebody', now()),
                    (gen_random_uuid(), gen_random_uuid(), 0, '2026-11-02T10:00:00Z', 'NoSuchPeering', 'Łódź – ∅',
                     'Approved', gen_random_uuid(), NULL, gen_random_uuid(), 'Active', 'approval-service', 'somebody', now())""");
        }
    }

    @Test
    void filesHoldWhatTheTablesHold() throws Exception {
        // Given
        var folder = scratch.resolve("export");

        // When
        var files = export(folder);

        // Then
        assertThat(files)
                .extracting(Export.File::table)
                .containsExactlyInAnyOrder(
                        "alarms", "connections", "peerings", "refusals", "sessions", "stays", "transitions");
        assertThat(rows("jdbc:duckdb:", "FROM '" + folder.resolve("refusals.parquet") + "'"))
                .hasSize(2)
                .isEqualTo(rows(jdbcUrl, "FROM analysis.refusals"));
        try (var content = Files.list(scratch)) {
            assertThat(content).containsExactly(folder);
        }
    }

    @Test
    void earlierExportIsReplaced() throws Exception {
        // Given
        var folder = scratch.resolve("export");
        export(folder);
        Files.writeString(folder.resolve("of-the-first"), "");

        // When
        export(folder);

        // Then
        assertThat(folder.resolve("of-the-first")).doesNotExist();
        assertThat(folder.resolve("peerings.parquet")).exists();
    }

    @Test
    void folderOfSomebodysOwnIsLeftAlone() throws Exception {
        // Given
        Files.writeString(scratch.resolve("thesis.txt"), "years of work");

        // When
        assertThatThrownBy(() -> export(scratch))

                // Then
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no export made it");
        assertThat(scratch.resolve("thesis.txt")).hasContent("years of work");
    }

    private List<Export.File> export(Path folder) throws SQLException, IOException {
        return Export.export(jdbcUrl, Database.USER, Database.USER, folder, Clock.systemUTC());
    }

    private static List<List<Object>> rows(String url, String from) throws SQLException {
        var login = new Properties();
        login.setProperty("user", Database.USER);
        login.setProperty("password", Database.USER);
        var duckDb = url.startsWith("jdbc:duckdb");
        try (var connection = DriverManager.getConnection(url, duckDb ? new Properties() : login);
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            var all = new ArrayList<List<Object>>();
            try (var rows = statement.executeQuery("SELECT " + COLUMNS + " " + from + " ORDER BY 2")) {
                while (rows.next()) {
                    var row = new ArrayList<Object>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(String.valueOf(rows.getObject(column)));
                    }
                    all.add(row);
                }
            }
            return all;
        }
    }
}
