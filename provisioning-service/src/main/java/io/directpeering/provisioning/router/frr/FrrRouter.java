package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Applied;
import io.directpeering.provisioning.router.Capability;
import io.directpeering.provisioning.router.LinkTestResult;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.host.LinkPing;
import io.directpeering.provisioning.router.host.PortAddresses;
import io.directpeering.provisioning.router.host.SessionKeys.Found;
import io.directpeering.provisioning.router.host.Trail;
import io.directpeering.provisioning.router.host.WriterLock;

/// An edge router with FRR.
final class FrrRouter implements Router {

    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final long LOOK_EVERY_MS = 20;

    private final EdgeRouter router;
    private final FrrSettings settings;
    private final Ports ports;
    private final WriterLock lock;
    private final Trail trail;
    private final Observing observing;
    private final Demands demands;

    FrrRouter(EdgeRouter router, FrrSettings settings, Trail trail) {
        this.router = router;
        this.settings = settings;
        this.ports = new Ports(settings.zebra());
        this.lock = new WriterLock(settings.lock(), TURN);
        this.trail = trail;
        this.observing = new Observing(settings, router.name());
        this.demands = new Demands(router, settings, ports);
    }

    @Override
    public Answer<Applied> apply(SessionSpec spec, Policy policy) {
        return lock.alone(() -> switch (settings.keys().find(spec.auth())) {
            case Found.Missing(var reason) -> rejected(reason);
            case Found key -> bring(new Wanted(spec, settings.options(), key), policy);
        });
    }

    private Answer<Applied> bring(Wanted wanted, Policy policy) {
        try (var vty = Vty.open(settings.bgpd())) {
            var spec = wanted.spec();
            var running = RunningConfig.read(vty.run("show running-config"));
            var refusal = demands.refusal(wanted, running);
            if (refusal.isPresent()) {
                return rejected(refusal.get());
            }
            var stands = wanted.sessionsStandIn(running) && ports.has(spec.port(), PortAddresses.wanted(spec));
            if (!stands || !wanted.filtersStandIn(running) || running.policy(spec.connectionId()) != policy) {
                return change(vty, wanted, policy, running, stands);
            }
            return policy == Policy.DENY_ALL
                    ? shut(vty, wanted, false)
                    : new Answer.Done<>(new Applied(spec.hash(), false));
        } catch (IOException e) {
            return new Answer.Unreachable<>(said(e));
        }
    }

    private Answer<Applied> change(Vty vty, Wanted wanted, Policy policy, RunningConfig running, boolean stands) {
        var spec = wanted.spec();
        var change = new Change(vty, ports, trail);
        var hadNothing = !running.connections().contains(spec.connectionId());
        try {
            if (stands) {
                adjust(change, wanted, policy, running);
            } else {
                if (!hadNothing) {
                    change.takeAway(spec.connectionId(), running);
                }
                change.putUp(wanted);
                if (policy != Policy.DENY_ALL) {
                    change.lift(wanted, policy);
                }
            }
            change.save();
            return policy == Policy.DENY_ALL
                    ? shut(vty, wanted, true)
                    : new Answer.Done<>(new Applied(spec.hash(), true));
        } catch (Vty.Refused e) {
            return refused(vty, change, spec.connectionId(), hadNothing, e);
        } catch (IOException e) {
            return new Answer.Unknown<>(said(e));
        }
    }

    /// Changes what sessions let through that stay up: what closes goes first, what opens last.
    private static void adjust(Change change, Wanted wanted, Policy policy, RunningConfig running) throws IOException {
        var before = running.policy(wanted.spec().connectionId());
        if (policy == Policy.DENY_ALL && before != policy) {
            change.lift(wanted, policy);
        }
        if (!wanted.filtersStandIn(running)) {
            change.refilter(wanted, running);
        }
        if (policy != Policy.DENY_ALL && before != policy) {
            change.lift(wanted, policy);
        }
    }

    private Answer<Applied> refused(
            Vty vty, Change change, UUID connectionId, boolean hadNothing, Vty.Refused refused) {
        try {
            change.takeAway(connectionId, RunningConfig.read(vty.run("show running-config")));
            change.save();
        } catch (IOException e) {
            return new Answer.PartiallyApplied<>(said(refused) + "; and then: " + e.getMessage());
        }
        return hadNothing
                ? rejected(refused.what())
                : new Answer.PartiallyApplied<>(said(refused) + "; its sessions are taken down");
    }

    /// Sees to it that the closed gate is one. FRR takes its time to withdraw, has been seen to leave routes with the
    /// peer, and is told again then; at last sessions are reset, which withdraws everything.
    private Answer<Applied> shut(Vty vty, Wanted wanted, boolean changed) throws IOException {
        var spec = wanted.spec();
        var through = stillThrough(vty, spec.connectionId());
        for (var how : List.of(" soft out", "")) {
            if (through.isPresent()) {
                new Change(vty, ports, trail).passAnew(wanted, how);
                through = stillThrough(vty, spec.connectionId());
            }
        }
        return through.<Answer<Applied>>map(what ->
                        new Answer.Unknown<>(router.name() + " has closed the gate and still lets through: " + what))
                .orElseGet(() -> new Answer.Done<>(new Applied(spec.hash(), changed)));
    }

    private Optional<String> stillThrough(Vty vty, UUID connectionId) throws IOException {
        var until = System.nanoTime() + SETTLING.toNanos();
        var through = observing.stillThrough(vty, connectionId);
        while (through.isPresent() && System.nanoTime() < until) {
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return through;
            }
            through = observing.stillThrough(vty, connectionId);
        }
        return through;
    }

    @Override
    public Answer<Boolean> remove(UUID connectionId) {
        return lock.alone(() -> takeAway(connectionId));
    }

    private Answer<Boolean> takeAway(UUID connectionId) {
        try (var vty = Vty.open(settings.bgpd())) {
            var running = RunningConfig.read(vty.run("show running-config"));
            return running.connections().contains(connectionId)
                    ? takeAway(vty, connectionId, running)
                    : new Answer.Done<>(false);
        } catch (IOException e) {
            return new Answer.Unreachable<>(said(e));
        }
    }

    private Answer<Boolean> takeAway(Vty vty, UUID connectionId, RunningConfig running) {
        try {
            var change = new Change(vty, ports, trail);
            change.takeAway(connectionId, running);
            change.save();
            return new Answer.Done<>(true);
        } catch (IOException e) {
            return new Answer.Unknown<>(said(e));
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

    /// FRR does not call.
    @Override
    public void watch(Consumer<UUID> hint) {}

    @Override
    public Answer<LinkTestResult> linkTest(SessionSpec spec, int packets) {
        if (settings.place().isEmpty()) {
            return rejected("it does not ping: the catalogue names no control.run for it");
        }
        var ping = new LinkPing(settings.place().get());
        return lock.alone(() -> ping.run(spec.port(), packets));
    }

    @Override
    public Set<Capability> capabilities() {
        var capabilities = EnumSet.of(Capability.FLAP_COUNT);
        capabilities.addAll(settings.options().capabilities());
        if (settings.place().isPresent()) {
            capabilities.add(Capability.LINK_TEST);
        }
        return Set.copyOf(capabilities);
    }

    private String said(IOException e) {
        return router.name() + ": " + e.getMessage();
    }

    private <T> Answer<T> rejected(String reason) {
        return new Answer.Rejected<>(router.name() + ": " + reason);
    }
}
