package io.directpeering.local.suite;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.directpeering.local.Trouble;
import io.directpeering.local.cache.Caches;
import io.directpeering.local.cluster.Principal;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.process.LogFile;
import sun.misc.Signal;

/// Runs the suite until it is told to stop: by Ctrl-C, SIGTERM or SIGHUP.
///
/// Takes the signals itself: hooks of the JVM run all at once, and parts are to end in an order.
@SuppressWarnings("sunapi")
public final class Supervisor {

    private final Layout layout;
    private final Wanted wanted;
    private final PrintStream out;
    private final CountDownLatch stopRequested = new CountDownLatch(1);

    public Supervisor(Wanted wanted, PrintStream out) {
        this.layout = wanted.layout();
        this.wanted = wanted;
        this.out = out;
    }

    /// Starts the suite, waits for the signal, stops the suite.
    ///
    /// @throws Trouble it cannot start
    public void run() throws Exception {
        try (var instance = Instance.claim(layout)) {
            Leftovers.stop(layout).forEach(out::println);
            Checks.everythingIsBuilt(wanted);
            Checks.portsAreFree(wanted);
            Logging.toFile(new LogFile(layout.log("suite")));
            RunState.tell(wanted, RunState.Phase.STARTING);
            try {
                supervise(new Steps(out, System::nanoTime));
            } finally {
                RunState.forget(layout);
            }
        }
    }

    private void supervise(Steps steps) throws Exception {
        var caches = Caches.of(layout.root());
        var suite = new Suite(wanted, steps, caches);
        for (var name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), signal -> {
                suite.giveUp();
                stopRequested.countDown();
            });
        }
        try {
            steps.say("Starting Direct Peering (data, logs and mails: %s)".formatted(layout.home()));
            if (!wanted.replicas().stream()
                    .allMatch(each -> caches.fits(each.service().serviceName(), each.jar(layout)))) {
                steps.say(
                        "  (without class caches of this JDK and build, so it takes longer; ./peering train makes them)");
            }
            suite.start();
            steps.say("Ready after %.1f s".formatted(steps.seconds()));
            addresses().forEach(steps::say);
            // After the last word: whoever waits for this stops listening then.
            RunState.tell(wanted, RunState.Phase.READY);
            stopRequested.await();
        } catch (Exception e) {
            if (stopRequested.getCount() > 0) {
                throw e;
            }
            // Told to stop while it started: what was under way has given up.
        } finally {
            RunState.tell(wanted, RunState.Phase.STOPPING);
            var stopping = new Steps(out, System::nanoTime);
            stopping.say("Stopping");
            suite.stop();
            stopping.say("Stopped after %.1f s".formatted(stopping.seconds()));
        }
    }

    private String broker() {
        var brokers = wanted.brokers();
        return brokers.ask()
                ? "%s (as %s)"
                        .formatted(brokers.bootstrapServers(), new Principal(layout, Principal.ADMIN).clientFile())
                : brokers.bootstrapServers();
    }

    private List<String> addresses() {
        return List.of(
                "",
                "  gateway       " + layout.url(Port.GATEWAY),
                "  broker        " + broker(),
                "  registry      " + layout.confluentRegistryUrl(),
                "  database      " + layout.address(Port.DATABASE) + " (user peering, password in "
                        + layout.run().resolve("database-password") + ")",
                "  tables        ./peering sql asks them, or says how to connect",
                "  mails         " + layout.mails(),
                "",
                "  ./peering status   what runs     ./peering demo   one peering from request to Active and back",
                "  ./peering down     stops it      ./peering logs request-service -f");
    }
}
