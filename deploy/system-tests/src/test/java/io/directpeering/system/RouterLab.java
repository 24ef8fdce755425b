package io.directpeering.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.local.demo.Lab;
import org.junit.jupiter.api.Assumptions;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Routers for one test, BIRD and FRR in network namespaces, each with a peer's router behind its ports.
final class RouterLab implements AutoCloseable {

    /// A router of the operator's.
    ///
    /// @param facility where it stands
    /// @param socket   of the daemon that is told of changes, in the lab's folder
    /// @param change   what each message that changes something contains
    /// @param lock     that its writer holds, in the lab's folder
    enum Edge {
        BIRD("fra1-edge1", 58, "fra1-edge1/bird.ctl", "configure\n", "fra1-edge1/peerings/.lock"),
        FRR("fra2-edge1", 60, "fra2-edge1/bgpd.vty", "configure terminal\0", "fra2-edge1/direct-peering.lock");

        final String router;
        final int facility;
        private final String socket;
        private final String change;
        private final String lock;

        Edge(String router, int facility, String socket, String change, String lock) {
            this.router = router;
            this.facility = facility;
            this.socket = socket;
            this.change = change;
            this.lock = lock;
        }
    }

    private final Path folder;
    private final Lab lab;

    private RouterLab(Path folder) {
        this.folder = folder;
        this.lab = new Lab(Suite.ROOT.resolve("deploy/lab"), folder);
    }

    /// Ends the test as skipped where the machine cannot have one, and says what it lacks.
    static RouterLab start() throws IOException, InterruptedException {
        // Daemons give up their rights before they read what lies here.
        var folder = Files.createTempDirectory(
                "lab-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var said = run("up", folder);
        if (said.code() != 0) {
            var message =
                    "SKIPPED: nothing ran on real routers. " + said.output().strip();
            if (Boolean.parseBoolean(System.getenv("PEERING_ROUTERS_REQUIRED"))) {
                throw new IllegalStateException("PEERING_ROUTERS_REQUIRED is set. " + message);
            }
            System.err.println(message);
            Assumptions.abort(message);
        }
        return new RouterLab(folder);
    }

    /// What a suite on these routers is started with.
    Map<String, String> environment() {
        return Map.of(
                "PEERING_LAB",
                folder.toString(),
                "PEERING_CATALOGUE",
                folder.resolve("catalogue.yaml").toString(),
                // The peer has to be seen drained, by whoever looks only now and then.
                "PEERING_DRAIN_LASTS",
                "6s",
                "PEERING_DECISION_TIMEOUT",
                "6s");
    }

    Lab lab() {
        return lab;
    }

    /// Puts a tap before a router's daemon, whose `end` ends the process that writes to the router at that moment.
    Tap tap(Edge edge) throws IOException {
        var socket = folder.resolve(edge.socket);
        var behind = socket.resolveSibling(socket.getFileName() + ".daemon");
        Files.move(socket, behind);
        return Tap.between(socket, behind, edge.change, () -> endWriter(edge));
    }

    private void endWriter(Edge edge) {
        try {
            var inode =
                    Files.getAttribute(folder.resolve(edge.lock), "unix:ino").toString();
            var writer = Files.readAllLines(Path.of("/proc/locks")).stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(lock -> lock[5].endsWith(":" + inode))
                    .mapToLong(lock -> Long.parseLong(lock[4]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody holds " + edge.lock));
            var process = ProcessHandle.of(writer).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException e) {
            throw new IllegalStateException("Who writes to " + edge.router + " is not to be found", e);
        }
    }

    /// The peer's end answers pings and speaks BGP.
    Walk.Wiring wiring(long asn, long operatorAsn) {
        return connection -> {
            lab.link(connection);
            lab.sessions(connection, asn, operatorAsn);
        };
    }

    /// The operator's routes that the peer has, and the peer's that the router has.
    List<String> flowing(Edge edge, JsonNode connection) {
        return Stream.concat(lab.heard(connection).stream(), lab.taken(edge.router).stream())
                .toList();
    }

    private static Suite.Ended run(String script, Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Suite.ROOT.resolve("deploy/lab").resolve(script).toString(), folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Suite.Ended(process.waitFor(), said);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("down", folder);
        Suite.delete(folder);
    }
}
