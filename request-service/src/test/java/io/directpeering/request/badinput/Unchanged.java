package io.directpeering.request.badinput;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.request.Door;
import io.directpeering.request.TheLog;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What every refusal of bad input has in common: a problem that names the field and gives nothing away, nothing
/// stored, nothing sent.
@ApplicationScoped
class Unchanged {

    private static final List<String> TABLES = List.of(
            "peer_asn",
            "peer_contact",
            "peering_request",
            "requested_facility",
            "requested_connection",
            "registration_outbox",
            "outbox",
            "idempotency_key");

    private final DataSource database;
    private final TheLog log;
    private List<Long> before = List.of();

    Unchanged(DataSource database, TheLog log) {
        this.database = database;
        this.log = log;
    }

    void begin() throws SQLException {
        Door.awaitJudge();
        // What tests before this one have asked for is on its way still.
        await().atMost(20, SECONDS).until(() -> rows("outbox") + rows("registration_outbox") == 0);
        before = counted();
    }

    /// @param field null: it is about no field
    void refused(Response answer, int status, @Nullable String field) throws SQLException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("Exception", "io.directpeering", "com.fasterxml");
        if (field != null) {
            assertThat(answer.<List<String>>path("errors.field")).containsExactly(field);
        }
        assertNothingHappened();
    }

    void refused(HttpResponse<String> answer, int status) throws SQLException {
        var problem = JsonPath.from(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "io.directpeering", "com.fasterxml");
        assertNothingHappened();
    }

    void assertNothingHappened() throws SQLException {
        assertThat(counted()).as("rows and facts").isEqualTo(before);
    }

    private List<Long> counted() throws SQLException {
        var counts = new ArrayList<Long>();
        for (var table : TABLES) {
            counts.add(rows(table));
        }
        counts.add(log.facts());
        return counts;
    }

    private long rows(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
