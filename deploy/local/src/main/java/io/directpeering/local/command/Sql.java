package io.directpeering.local.command;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;

import io.directpeering.local.Trouble;
import io.directpeering.local.answer.Answer;
import io.directpeering.local.answer.Format;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.parts.Analyst;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks the tables for analysts a question, or says how to connect to them.
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Ask the tables for analysts: ./peering sql \"SELECT state, count(*) FROM connections GROUP BY 1\"",
            "Without a question: how to connect with a tool of your own. deploy/analytics has examples."
        })
public final class Sql implements Callable<Integer> {

    private static final String CONNECTION_LOST = "08";
    private static final String NO_SUCH_TABLE = "42P01";

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "one statement of SQL; reading only")
    private String question = "";

    @Option(names = "--output", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Format output = Format.table;

    @Override
    public Integer call() throws Exception {
        var layout = Here.layout();
        if (question.isBlank()) {
            System.out.printf(
                    "PGPASSWORD=$(cat %s) psql -h %s -p %d -U %s %s%n%s, user %s, password in %s%n",
                    Secret.ANALYST_PASSWORD.file(layout),
                    Layout.LOOPBACK,
                    layout.port(Port.DATABASE),
                    Analyst.USER,
                    Analyst.DATABASE,
                    layout.jdbcUrl(Analyst.DATABASE),
                    Analyst.USER,
                    Secret.ANALYST_PASSWORD.file(layout));
            return 0;
        }
        ask(layout);
        return 0;
    }

    private void ask(Layout layout) throws Exception {
        var login = new Properties();
        login.setProperty("user", Analyst.USER);
        login.setProperty("password", Secret.ANALYST_PASSWORD.of(layout));
        login.setProperty("ApplicationName", "peering sql");
        try (var connection = DriverManager.getConnection(layout.jdbcUrl(Analyst.DATABASE), login);
                var statement = connection.createStatement()) {
            // Rows come as they are printed, however many there are.
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            if (!statement.execute(question)) {
                throw new Trouble("That yields no rows. Ask with SELECT.");
            }
            try (var rows = statement.getResultSet()) {
                Answer.print(rows, output, System.out);
            }
        } catch (SQLException e) {
            throw new Trouble(words(e), e);
        }
    }

    private static String words(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith(CONNECTION_LOST)) {
            return "The database does not answer. ./peering up starts it. (" + failure.getMessage() + ")";
        }
        var message = String.valueOf(failure.getMessage());
        return state.equals(NO_SUCH_TABLE)
                ? message
                        + ". SELECT table_name FROM information_schema.tables WHERE table_schema = 'analysis' names what"
                        + " there is"
                : message;
    }
}
