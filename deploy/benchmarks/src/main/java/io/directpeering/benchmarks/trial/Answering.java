package io.directpeering.benchmarks.trial;

import java.io.PrintStream;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.directpeering.local.suite.Logging;

/// What runs in a JVM of [TrialProcess]: a task as JSON and a scratch folder come as arguments, the answer goes to the
/// standard output as JSON, and whatever else is said to the standard error.
public final class Answering {

    private Answering() {}

    /// The work itself.
    @FunctionalInterface
    public interface Work<A, B> {
        B done(A task, Path scratch) throws Exception;
    }

    /// Does it, and ends the JVM: contenders leave threads behind, above all when they fail.
    @SuppressWarnings("CatchAndPrintStackTrace") // The standard error is the log of the trial.
    public static <A, B> void answer(String[] args, Class<A> task, Work<A, B> work) {
        Logging.silence();
        var answer = System.out;
        System.setOut(new PrintStream(System.err, true));
        var json = new JsonMapper();
        try {
            answer.println(json.writeValueAsString(work.done(json.readValue(args[0], task), Path.of(args[1]))));
            answer.flush();
            System.exit(0);
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
