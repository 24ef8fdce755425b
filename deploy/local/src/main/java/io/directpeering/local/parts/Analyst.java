package io.directpeering.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The role that reads the tables of the database `analysis`, and nothing else. What it may stands in `analyst.sql`,
/// which is the same wherever the suite runs.
public final class Analyst {

    /// Its name.
    public static final String USER = "analyst";

    /// The database of its tables.
    public static final String DATABASE = "analysis";

    private Analyst() {}

    /// Makes the role what it is.
    ///
    /// @param superuser a connection to the database of the tables
    public static void admit(Connection superuser) throws SQLException {
        try (var script = Analyst.class.getResourceAsStream("analyst.sql");
                var statement = superuser.createStatement()) {
            statement.execute(new String(script.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
