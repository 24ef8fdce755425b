package io.directpeering.local.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.directpeering.local.Main;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.LogFile;

/// Starts a supervisor that outlives this command, shows what it says, and leaves it when the suite is ready.
public final class Detached {

    private Detached() {}

    /// Starts it.
    ///
    /// @param options of `up`, as they were given
    /// @return whether the suite is ready; if not, what was shown says why
    public static boolean start(Layout layout, List<String> options, PrintStream out)
            throws IOException, InterruptedException {
        var console = new LogFile(layout.log("console"));
        console.prepare();
        var shown = console.size();
        var supervisor = child(layout, options, console).start();
        // Ctrl-C before it is ready means the suite, not only this command.
        var interrupted = new Thread(supervisor::destroy);
        Runtime.getRuntime().addShutdownHook(interrupted);
        var ready = false;
        while (!ready && supervisor.isAlive()) {
            supervisor.waitFor(50, TimeUnit.MILLISECONDS);
            shown = show(console, shown, out);
            ready = isReady(layout, supervisor);
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        show(console, shown, out);
        return ready;
    }

    private static Child child(Layout layout, List<String> options, LogFile console) {
        var command = new ArrayList<>(List.of(Child.java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "up"));
        command.addAll(options);
        return new Child("supervisor", command, Map.of(), layout.root(), console);
    }

    private static boolean isReady(Layout layout, Process supervisor) throws IOException {
        return RunState.of(layout)
                .filter(state -> state.phase() == RunState.Phase.READY
                        && state.supervisor().pid() == supervisor.pid())
                .isPresent();
    }

    private static long show(LogFile console, long from, PrintStream out) throws IOException {
        try (var file = new RandomAccessFile(console.path().toFile(), "r")) {
            file.seek(from);
            var news = new byte[(int) (file.length() - from)];
            file.readFully(news);
            out.write(news, 0, news.length);
            out.flush();
            return from + news.length;
        }
    }
}
