package io.directpeering.system;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The suite's database server as the operating system sees it.
record PostgreSql(ProcessHandle process) {

    static PostgreSql of(Suite suite) throws IOException, InterruptedException {
        return new PostgreSql(suite.database());
    }

    /// Ends it as a failure would, without a word to its clients, and starts it again with the same command.
    void stopAndStartAgainAfter(Duration away) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(process.info().user().orElse(""))) {
            // It refuses to run as root; in a name space of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        process.onExit().join();
        TimeUnit.NANOSECONDS.sleep(away.toNanos());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File("target/database-started-again.log")))
                .start();
    }
}
