package io.directpeering.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which process listens on a port, as far as this user may know: out of Linux' `/proc`; nothing elsewhere.
public final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    public static Optional<ProcessHandle> of(int port) {
        try {
            var sockets = listeningSockets(port);
            return sockets.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.allProcesses()
                            .filter(process -> holdsAny(process, sockets))
                            .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// `process 4711 (/usr/bin/python3)`, or that it is not known.
    public static String describe(int port) {
        return of(port).map(PortHolder::described).orElse("a process that cannot be told");
    }

    private static String described(ProcessHandle process) {
        return "process " + process.pid()
                + process.info().command().map(command -> " (" + command + ")").orElse("");
    }

    private static Set<String> listeningSockets(int port) throws IOException {
        var wanted = String.format(Locale.ROOT, ":%04X", port);
        var sockets = new HashSet<String>();
        for (var table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            if (Files.isReadable(table)) {
                Files.readAllLines(table).stream()
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(row -> row.length > 9 && row[1].endsWith(wanted) && row[3].equals(LISTENING))
                        .forEach(row -> sockets.add("socket:[" + row[9] + "]"));
            }
        }
        return sockets;
    }

    private static boolean holdsAny(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.anyMatch(descriptor -> sockets.contains(targetOf(descriptor)));
        } catch (IOException | UncheckedIOException e) {
            // Another user's process, or gone meanwhile.
            return false;
        }
    }

    private static String targetOf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
