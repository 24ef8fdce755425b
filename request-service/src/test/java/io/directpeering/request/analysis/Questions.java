package io.directpeering.request.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The questions of the analysts' page, as they stand there.
///
/// @param sql     to be asked
/// @param columns of the answer shown below it
record Questions(String sql, List<String> columns) {

    private static final Path PAGE = Path.of("../deploy/analytics/README.md");
    private static final Pattern QUESTION = Pattern.compile("```sql\\n(.*?)```\\n\\n\\| (.*?) \\|\\n", Pattern.DOTALL);
    private static final Pattern ANY_SQL = Pattern.compile("```sql\\n");

    static List<Questions> all() {
        var all = QUESTION.matcher(page())
                .results()
                .map(found -> new Questions(
                        found.group(1), Arrays.asList(found.group(2).split(" \\| ", -1))))
                .toList();
        if (all.size() != ANY_SQL.matcher(page()).results().count()) {
            throw new IllegalStateException("A question of the page shows no answer");
        }
        return all;
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
