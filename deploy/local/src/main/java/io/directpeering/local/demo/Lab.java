package io.directpeering.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.local.layout.Layout;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The lab's routers, where the suite runs on them: the peer's end of each wire, and what the daemons themselves say.
public record Lab(Path scripts, Path folder) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// @return empty: the routers are simulated
    static Optional<Lab> of(Layout layout) {
        return Optional.ofNullable(System.getenv("PEERING_LAB"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> new Lab(layout.root().resolve("deploy/lab"), Path.of(folder)));
    }

    /// The peer's end answers pings.
    public void link(JsonNode connection) {
        peer(connection, "link");
    }

    /// The peer's end speaks BGP, one session per address family.
    public void sessions(JsonNode connection, long asn, long operatorAsn) {
        for (var session : connection.path("sessions")) {
            var prefix = session.path("prefix").asText();
            peer(
                    connection,
                    "session",
                    String.valueOf(asn),
                    String.valueOf(operatorAsn),
                    session.path("peerAddress").asText() + prefix.substring(prefix.indexOf('/')),
                    session.path("operatorAddress").asText());
        }
    }

    /// What the peer's engineer does on the connection's wire: `shut`, `unshut`, `cut`, `mend`.
    public void peerDoes(JsonNode connection, String what) {
        peer(connection, what);
    }

    /// Changes what a router lets through, past the service.
    ///
    /// @param what `deny` or `allow`
    public void byHand(String router, String connectionId, String what) {
        run("by-hand", List.of(folder.toString(), router, connectionId, what));
    }

    /// The routes that the peer hears over the connection's wire, with their communities, as soon as they are so.
    public List<String> heardOnce(JsonNode connection, String what, Predicate<List<String>> wanted) {
        var until = System.nanoTime() + LIMIT.toNanos();
        var heard = heard(connection);
        while (!wanted.test(heard)) {
            if (System.nanoTime() > until) {
                throw new Deviation("what the peer hears", what, heard);
            }
            heard = heard(connection);
        }
        return heard;
    }

    /// The routes that the peer hears over the connection's wire, with their communities, one a line.
    public List<String> heard(JsonNode connection) {
        return lines(peer(connection, "routes"));
    }

    /// The routes of peers' in a router's table, one a line.
    public List<String> taken(String router) {
        return lines(run("taken", List.of(folder.toString(), router)));
    }

    public void off(JsonNode connection) {
        peer(connection, "off");
    }

    /// Line by line what a router's daemon says of its sessions.
    public List<String> words(String router) {
        return lines(run("show", List.of(folder.toString(), router)));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isBlank()).toList();
    }

    /// The same, as soon as so many sessions are up.
    List<String> wordsOnceUp(String router, int sessions) {
        var until = System.nanoTime() + LIMIT.toNanos();
        var words = words(router);
        while (words.stream().filter(Lab::isUp).count() < sessions) {
            if (System.nanoTime() > until) {
                throw new Deviation("sessions on " + router, sessions + " that are up", words);
            }
            words = words(router);
        }
        return words;
    }

    private static boolean isUp(String line) {
        return line.contains("Established");
    }

    private String peer(JsonNode connection, String... what) {
        var end = connection.path("demarcation");
        var words = new ArrayList<>(List.of(
                folder.toString(),
                end.path("router").asText(),
                end.path("routerPort").asText()));
        words.addAll(List.of(what));
        return run("peer", words);
    }

    private String run(String script, List<String> words) {
        var command = new ArrayList<>(List.of(scripts.resolve(script).toString()));
        command.addAll(words);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new Deviation(String.join(" ", command), "to do so", said);
            }
            return said;
        } catch (IOException e) {
            throw new Deviation(String.join(" ", command), "to run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Deviation("the demo", "to go on", "an interruption");
        }
    }
}
