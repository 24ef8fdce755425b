package io.directpeering.local.answer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

import io.directpeering.local.parts.Database;
import io.directpeering.local.parts.Durability;
import io.directpeering.local.parts.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerIT {

    private static final String ROWS = """
            SELECT * FROM (VALUES (1, 'plain', true, 0.5), (2, 'a "word", and' || chr(10) || 'more', NULL, NULL), (3, '', false, 2))
            AS t (number, "text", yes, share)""";

    private Database database;

    @BeforeAll
    void start(@TempDir Path scratch) throws Exception {
        database = Database.start(scratch.resolve("data"), scratch.resolve("log"), Ports.free(), Durability.SCRATCH);
        database.create(List.of("asked"));
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @Test
    void peopleSeeATable() throws Exception {
        assertThat(printed(Format.table)).isEqualTo("""
                number  text                yes  share
                1       plain               t    0.5
                2       a "word", and more
                3                           f    2
                (3 rows)
                """);
    }

    @Test
    void spreadsheetsTellWhatIsMissingFromWhatIsEmpty() throws Exception {
        assertThat(printed(Format.csv)).isEqualTo("""
                number,text,yes,share
                1,plain,t,0.5
                2,"a ""word"", and
                more",,
                3,"",f,2
                """);
    }

    @Test
    void programsGetTypes() throws Exception {
        assertThat(printed(Format.json)).isEqualTo("""
                [{"number":1,"text":"plain","yes":true,"share":0.5},\
                {"number":2,"text":"a \\"word\\", and\\nmore","yes":null,"share":null},\
                {"number":3,"text":"","yes":false,"share":2}]
                """);
    }

    private String printed(Format format) throws Exception {
        var printed = new ByteArrayOutputStream();
        try (var connection = DriverManager.getConnection(database.jdbcUrl("asked"), Database.USER, "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(ROWS)) {
            Answer.print(rows, format, new PrintStream(printed, true, UTF_8));
        }
        return printed.toString(UTF_8);
    }
}
