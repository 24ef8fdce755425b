package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Applied;
import io.directpeering.provisioning.router.Capability;
import io.directpeering.provisioning.router.LinkTestResult;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.bird.Daemon.Read;
import io.directpeering.provisioning.router.bird.Protocols.Seen;
import io.directpeering.provisioning.router.host.LinkPing;
import io.directpeering.provisioning.router.host.PortAddresses;
import io.directpeering.provisioning.router.host.SessionKeys.Found;
import io.directpeering.provisioning.router.host.Trail;
import io.directpeering.provisioning.router.host.WriterLock;

/// An edge router with BIRD 2. A change is a file and the word to read it, which the daemon takes whole or not at all.
final class BirdRouter implements Router {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MS = 20;

    private final EdgeRouter router;
    private final BirdSettings settings;
    private final Daemon daemon;
    private final ConnectionFiles files;
    private final WriterLock lock;
    private final Trail trail;
    private final Observing observing;

    BirdRouter(EdgeRouter router, BirdSettings settings, InstantSource clock, Trail trail) {
        this.router = router;
        this.settings = settings;
        this.daemon = new Daemon(new Control(settings.socket(), ANSWER), clock);
        this.files = new ConnectionFiles(settings.include(), settings.owner());
        this.lock = new WriterLock(settings.include().resolve(".lock"), TURN);
        this.trail = trail;
        this.observing = new Observing(daemon, files, router.name());
    }

    @Override
    public Answer<Applied> apply(SessionSpec spec, Policy policy) {
        return lock.alone(() -> switch (settings.keys().find(spec.auth())) {
            case Found.Missing(var reason) -> new Answer.Rejected<>(router.name() + ": " + reason);
            case Found key -> bring(spec, policy, new Writing(spec, settings.options(), key, policy).file());
        });
    }

    private Answer<Applied> bring(SessionSpec spec, Policy policy, ConnectionFile wanted) {
        Optional<ConnectionFile> before;
        try {
            if (spec.families().isEmpty() || !hasPort(spec.port())) {
                return new Answer.Rejected<>(router.name() + " has no port " + spec.port() + " for "
                        + spec.families().size() + " sessions");
            }
            before = files.read(spec.connectionId());
            // Sessions that are there already are not left alone because it went missing.
            if (settings.options().bfd() && before.isEmpty() && !daemon.hasBfd()) {
                return new Answer.Rejected<>(
                        router.name() + ": control.bfd is true, and bird.conf has no protocol bfd");
            }
            if (before.equals(Optional.of(wanted)) && runs(spec, policy) && hasAddresses(spec)) {
                return new Answer.Done<>(new Applied(spec.hash(), false));
            }
        } catch (IOException e) {
            return unreachable(e);
        }
        try {
            setAddresses(spec.port(), PortAddresses.wanted(spec));
            denyWhatNobodyRead(spec.connectionId());
            files.write(wanted);
            trail.passed("file written");
            return switch (daemon.readFiles()) {
                case Read.Taken() -> {
                    trail.passed("files read");
                    yield settles(spec, policy);
                }
                case Read.Refused(var reason) -> {
                    putBack(spec.connectionId(), before);
                    yield new Answer.Rejected<>(router.name() + ": " + reason);
                }
            };
        } catch (IOException e) {
            return unknown(e);
        }
    }

    private boolean hasPort(String port) throws IOException {
        return router.ports().stream().anyMatch(candidate -> candidate.name().equals(port)) && daemon.hasPort(port);
    }

    private boolean hasAddresses(SessionSpec spec) throws IOException {
        return settings.place().isEmpty()
                || new PortAddresses(settings.place().get()).areThere(spec.port(), PortAddresses.wanted(spec));
    }

    private void setAddresses(String port, List<String> addresses) throws IOException {
        if (settings.place().isPresent()) {
            new PortAddresses(settings.place().get()).set(port, addresses);
            trail.passed("addresses set");
        }
    }

    /// A file that lets through more than the daemon does was left by a change that broke off. The daemon is about to
    /// read it along with ours, and who left it may have changed their mind.
    private void denyWhatNobodyRead(UUID beside) throws IOException {
        var running = daemon.look();
        for (var file : files.all()) {
            var runs = running.stream()
                    .filter(seen -> seen.connectionId().equals(file.connectionId()))
                    .map(Seen::policy)
                    .reduce(Policy.DENY_ALL, ConnectionFile::moreOpen);
            if (!file.connectionId().equals(beside) && ConnectionFile.moreOpen(runs, file.policy()) != runs) {
                files.write(file.denied());
                trail.passed("another file denied");
            }
        }
    }

    private boolean runs(SessionSpec spec, Policy policy) throws IOException {
        return runs(daemon.look(spec.connectionId()), spec, policy);
    }

    private static boolean runs(List<Seen> seen, SessionSpec spec, Policy policy) {
        return seen.size() == spec.families().size()
                && seen.stream()
                        .allMatch(each -> each.specHash().equals(spec.hash())
                                && each.filterHash().equals(spec.filterHash())
                                && each.policy() == policy);
    }

    private Answer<Applied> settles(SessionSpec spec, Policy policy) throws IOException {
        Predicate<List<Seen>> done =
                seen -> runs(seen, spec, policy) && (policy != Policy.DENY_ALL || letNothing(seen));
        return comesTo(spec.connectionId(), done)
                ? new Answer.Done<>(new Applied(spec.hash(), true))
                : new Answer.Unknown<>(router.name() + " has read its files and does not run them yet");
    }

    private static boolean letNothing(List<Seen> seen) {
        return seen.stream()
                .allMatch(each ->
                        each.session().prefixesAccepted() == 0 && each.session().prefixesAdvertised() == 0);
    }

    /// BIRD does not say when it is through with a change.
    private boolean comesTo(UUID connectionId, Predicate<List<Seen>> wanted) throws IOException {
        var until = System.nanoTime() + SETTLING.toNanos();
        while (!wanted.test(daemon.look(connectionId))) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void putBack(UUID connectionId, Optional<ConnectionFile> before) throws IOException {
        if (before.isPresent()) {
            files.write(before.get());
        } else {
            files.delete(connectionId);
        }
        trail.passed("file put back");
    }

    @Override
    public Answer<Boolean> remove(UUID connectionId) {
        return lock.alone(() -> takeAway(connectionId));
    }

    private Answer<Boolean> takeAway(UUID connectionId) {
        Optional<ConnectionFile> before;
        try {
            before = files.read(connectionId);
            if (daemon.look(connectionId).isEmpty() && before.isEmpty()) {
                return new Answer.Done<>(false);
            }
        } catch (IOException e) {
            return unreachable(e);
        }
        try {
            // First, because only the file knows the port.
            if (before.isPresent() && !before.get().port().isEmpty()) {
                setAddresses(before.get().port(), List.of());
            }
            denyWhatNobodyRead(connectionId);
            files.delete(connectionId);
            trail.passed("file deleted");
            return switch (daemon.readFiles()) {
                case Read.Taken() -> {
                    trail.passed("files read");
                    observing.forget(connectionId);
                    yield comesTo(connectionId, List::isEmpty)
                            ? new Answer.Done<>(true)
                            : new Answer.Unknown<>(router.name() + " still runs the sessions");
                }
                case Read.Refused(var reason) -> {
                    putBack(connectionId, before);
                    yield new Answer.Rejected<>(router.name() + ": " + reason);
                }
            };
        } catch (IOException e) {
            return unknown(e);
        }
    }

    @Override
    public Answer<List<Sighting>> observe() {
        return observing.all();
    }

    @Override
    public Answer<Optional<Sighting>> observe(UUID connectionId) {
        return observing.one(connectionId);
    }

    /// BIRD does not call.
    @Override
    public void watch(Consumer<UUID> hint) {}

    @Override
    public Answer<LinkTestResult> linkTest(SessionSpec spec, int packets) {
        if (settings.place().isEmpty()) {
            return new Answer.Rejected<>(router.name() + " does not ping: the catalogue names no control.run for it");
        }
        var ping = new LinkPing(settings.place().get());
        return lock.alone(() -> ping.run(spec.port(), packets));
    }

    @Override
    public Set<Capability> capabilities() {
        var capabilities = settings.options().capabilities();
        if (settings.place().isPresent()) {
            capabilities.add(Capability.LINK_TEST);
        }
        return Set.copyOf(capabilities);
    }

    private <T> Answer<T> unreachable(IOException e) {
        return new Answer.Unreachable<>(router.name() + ": " + e.getMessage());
    }

    private <T> Answer<T> unknown(IOException e) {
        return new Answer.Unknown<>(router.name() + ": " + e.getMessage());
    }
}
