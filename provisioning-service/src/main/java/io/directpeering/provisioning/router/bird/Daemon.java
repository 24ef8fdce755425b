package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import io.directpeering.provisioning.router.bird.Protocols.Seen;

/// One BIRD: what it runs, and how it is told to read its files again.
record Daemon(Control control, InstantSource clock) {

    /// What the daemon made of its files.
    sealed interface Read {

        /// It runs them, or is about to.
        record Taken() implements Read {}

        /// It runs what it ran before.
        record Refused(String reason) implements Read {}
    }

    private static final int NO_PROTOCOLS_MATCH = 8003;
    private static final int SHUTTING_DOWN = 6;

    /// Everything of ours.
    List<Seen> look() throws IOException {
        return look("dp_*");
    }

    List<Seen> look(UUID connectionId) throws IOException {
        return look(ConnectionFile.prefix(connectionId) + "*");
    }

    private List<Seen> look(String names) throws IOException {
        var time = DaemonClock.of(control.ask("show status").lines(), clock.instant());
        var reply = control.ask("show protocols all \"" + names + "\"");
        if (reply.code() == NO_PROTOCOLS_MATCH) {
            return List.of();
        }
        if (!reply.isWell()) {
            throw new IOException("BIRD does not show its protocols: " + reply.text());
        }
        return Protocols.read(reply.lines(), time);
    }

    boolean hasPort(String port) throws IOException {
        return control.ask("show interfaces").lines().stream().anyMatch(line -> line.startsWith(port + " "));
    }

    /// Without a protocol of that kind in its own configuration, BIRD takes `bfd on` and watches over nothing.
    boolean hasBfd() throws IOException {
        return control.ask("show protocols").lines().stream().anyMatch(line -> line.matches("\\S+ +BFD +.*"));
    }

    /// @throws IOException it was not said, or is not known what the daemon did
    Read readFiles() throws IOException {
        var reply = control.ask("configure");
        if (reply.code() == SHUTTING_DOWN) {
            throw new IOException("BIRD is shutting down");
        }
        return reply.isWell()
                ? new Read.Taken()
                : new Read.Refused("BIRD refuses it: " + reply.lines().getLast());
    }
}
