package io.directpeering.local.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How to start a process that outlives the terminal's Ctrl-C: a terminal interrupts the whole process group, and
/// the parts must end in an order, each when its turn comes.
///
/// @param environment added to this process's own
/// @param directory   working directory; made when it is not there
public record Child(String name, List<String> command, Map<String, String> environment, Path directory, LogFile log) {

    /// A signal that is ignored when a program starts stays ignored; the JVM honours that.
    private static final List<String> SHIELDED = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public Process start() throws IOException {
        Files.createDirectories(directory);
        log.prepare();
        var words = new ArrayList<>(SHIELDED);
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// The java command of this JVM.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
