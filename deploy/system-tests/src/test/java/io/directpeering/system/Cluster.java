package io.directpeering.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Replica;
import io.directpeering.local.layout.Services;
import io.directpeering.local.suite.Health;
import io.directpeering.local.suite.Launch;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

/// Several instances of request-service: the suite's own, and those that are started beside it.
final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Layout layout;
    private final Map<Integer, Process> processes = new ConcurrentHashMap<>();
    private volatile List<String> urls;

    Cluster(Layout layout) {
        this.layout = layout;
        urls = List.of(url(1));
    }

    String url(int number) {
        return new Replica(Services.REQUEST, number).url(layout);
    }

    /// Starts one, and sends clients to it once it takes traffic.
    void join(int number) throws IOException {
        var replica = new Replica(Services.REQUEST, number);
        processes.put(number, Launch.beside(layout).of(replica).start());
        await(replica.name() + " to be ready").atMost(PATIENCE).until(() -> Health.isUp(replica.readiness(layout)));
        serve(number, true);
    }

    /// Ends one in order. Clients find another as soon as it does not answer, no sooner.
    void leave(int number) throws InterruptedException {
        var process = requireNonNull(processes.remove(number), "it runs");
        process.destroy();
        process.waitFor();
        serve(number, false);
    }

    void kill(int number) throws InterruptedException {
        var process = requireNonNull(processes.remove(number), "it runs");
        process.toHandle().destroyForcibly();
        process.waitFor();
        serve(number, false);
    }

    /// Those that clients are sent to, one of them first.
    List<String> shuffled() {
        var all = new java.util.ArrayList<>(urls);
        java.util.Collections.shuffle(all, ThreadLocalRandom.current());
        return all;
    }

    List<String> all() {
        return urls;
    }

    private synchronized void serve(int number, boolean serves) {
        var all = new java.util.ArrayList<>(urls);
        all.remove(url(number));
        if (serves) {
            all.add(url(number));
        }
        urls = List.copyOf(all);
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
    }
}
