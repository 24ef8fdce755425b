package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import io.directpeering.provisioning.router.bird.Protocols.Seen;

/// Looks at the connections: at what the daemon runs, and at what it would run if it started again.
final class Observing {

    private static final String NEVER_READ = "";

    private final Daemon daemon;
    private final ConnectionFiles files;
    private final String router;
    private final FallBook falls = new FallBook();

    Observing(Daemon daemon, ConnectionFiles files, String router) {
        this.daemon = daemon;
        this.files = files;
        this.router = router;
    }

    Answer<List<Sighting>> all() {
        try {
            var seen = daemon.look();
            var written = files.all();
            var connections = Stream.concat(
                            seen.stream().map(Seen::connectionId),
                            written.stream().map(ConnectionFile::connectionId))
                    .distinct()
                    .toList();
            var sightings = new ArrayList<Sighting>();
            for (var connection : connections) {
                var file = written.stream()
                        .filter(each -> each.connectionId().equals(connection))
                        .findFirst();
                sightings.add(sighting(connection, of(connection, seen), file));
            }
            return new Answer.Done<>(sightings);
        } catch (IOException e) {
            return new Answer.Unreachable<>(router + ": " + e.getMessage());
        }
    }

    Answer<Optional<Sighting>> one(UUID connectionId) {
        try {
            var seen = of(connectionId, daemon.look(connectionId));
            var file = files.read(connectionId);
            return new Answer.Done<>(
                    seen.isEmpty() && file.isEmpty()
                            ? Optional.empty()
                            : Optional.of(sighting(connectionId, seen, file)));
        } catch (IOException e) {
            return new Answer.Unreachable<>(router + ": " + e.getMessage());
        }
    }

    void forget(UUID connectionId) {
        falls.forget(ConnectionFile.prefix(connectionId));
    }

    private static List<Seen> of(UUID connectionId, List<Seen> seen) {
        return seen.stream()
                .filter(each -> each.connectionId().equals(connectionId))
                .toList();
    }

    /// The more open of what runs and what is written: a file that the daemon has not read yet is one restart away.
    private Sighting sighting(UUID connectionId, List<Seen> seen, Optional<ConnectionFile> file) {
        var policy = Stream.concat(
                        seen.stream().map(Seen::policy), file.stream().map(ConnectionFile::policy))
                .reduce(Policy.DENY_ALL, ConnectionFile::moreOpen);
        return new Sighting(
                connectionId,
                seen.isEmpty() ? NEVER_READ : seen.getFirst().specHash(),
                filterHash(seen),
                policy,
                seen.stream()
                        .map(each -> falls.counted(
                                ConnectionFile.prefix(connectionId)
                                        + each.session().family(),
                                each.specHash(),
                                each.session()))
                        .sorted(Comparator.comparing(SessionSighting::family))
                        .toList());
    }

    private static String filterHash(List<Seen> seen) {
        var hashes = seen.stream().map(Seen::filterHash).distinct().toList();
        return hashes.size() == 1 ? hashes.getFirst() : NEVER_READ;
    }
}
