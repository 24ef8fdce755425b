package io.directpeering.local.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;
import io.directpeering.local.cache.Caches;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import io.directpeering.local.process.LogFile;
import sun.misc.Signal;

/// One real start of the whole suite for the class caches' sake, in a folder and on ports of its own, so that it can
/// run beside a suite that people use. This JVM, which carries the broker, is trained with the others when it was
/// started for that.
@SuppressWarnings("sunapi")
public final class Training {

    /// Each service writes its cache when it ends, on however few cores there are.
    private static final Duration WRITING = Duration.ofSeconds(300);

    private static final int PORT_TRIES = 50;

    /// Below the ports that operating systems hand out (32768 and up), one of which anybody may have a moment later.
    private static final int LOWEST_OFFSET = 2_000;

    private static final int HIGHEST_OFFSET = 17_000;

    private final Path root;
    private final PrintStream out;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    public Training(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Trains, and leaves the caches where starts look for them.
    ///
    /// @return whether it came to its end; if not, somebody interrupted it, and there are no caches
    /// @throws Trouble the suite does not start
    public boolean run() throws Exception {
        var caches = Caches.inTraining(root);
        var layout = new Layout(root, root.resolve("deploy/local/target/training"), freeOffset());
        try (var instance = Instance.claim(layout)) {
            Leftovers.stop(layout).forEach(out::println);
            delete(layout.home().resolve("data"));
            Checks.everythingIsBuilt(Wanted.single(layout));
            Logging.toFile(new LogFile(layout.log("suite")));
            caches.clear();
            train(layout, caches);
            delete(layout.home().resolve("data"));
        }
        if (interrupted.getCount() == 0) {
            caches.clear();
            return false;
        }
        var missing = programs().filter(program -> !caches.has(program)).toList();
        if (!missing.isEmpty()) {
            throw new Trouble("No class cache was written for %s; see %s. The suite starts without, only later."
                    .formatted(String.join(", ", missing), layout.logs()));
        }
        caches.release();
        return true;
    }

    private void train(Layout layout, Caches caches) throws Exception {
        var steps = new Steps(out, System::nanoTime);
        var suite = new Suite(Wanted.single(layout), steps, caches);
        for (var name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), signal -> {
                interrupted.countDown();
                suite.kill();
            });
        }
        steps.say("Training the class caches, by one start of the suite (once per build)");
        try {
            suite.start();
            useOnce(layout);
        } catch (Exception e) {
            if (interrupted.getCount() > 0) {
                suite.kill();
                throw e;
            }
            // Interrupted: what was under way has given up.
        } finally {
            suite.stopAfterTraining(WRITING);
        }
        steps.say("Trained after %.1f s".formatted(steps.seconds()));
    }

    /// What a service answers first after a start is in its cache, too.
    private static void useOnce(Layout layout) throws InterruptedException {
        for (var replica : Scale.SINGLE.all()) {
            Health.isUp(replica.readiness(layout));
        }
    }

    private static Stream<String> programs() {
        return Stream.concat(Stream.of(Services.values()).map(Services::serviceName), Stream.of(Suite.REGISTRY));
    }

    private static int freeOffset() {
        for (var tries = 0; tries < PORT_TRIES; tries++) {
            var offset = ThreadLocalRandom.current().nextInt(LOWEST_OFFSET, HIGHEST_OFFSET);
            var layout = new Layout(Path.of(""), Path.of(""), offset);
            if (Stream.of(Port.values()).allMatch(port -> Checks.isFree(layout.port(port)))) {
                return offset;
            }
        }
        throw new Trouble("No ports are free for a training, after " + PORT_TRIES + " tries.");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(found::add);
        }
        for (var file : found) {
            Files.deleteIfExists(file);
        }
    }
}
