package io.directpeering.request.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;

/// The streams that are open: no more than the instance bears, and none when it stops.
@ApplicationScoped
class OpenStreams {

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    private final LiveSettings settings;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<LiveStream> running = new HashSet<>();
    private int taken;
    private boolean stopping;

    OpenStreams(LiveSettings settings, MeterRegistry meters) {
        this.settings = settings;
        meters.gauge("peering.live.streams", this, OpenStreams::count);
    }

    /// Takes a place, to be given back with [#leave].
    ///
    /// @throws HttpProblem 429: the principal has as many as it may; 503: the instance has
    synchronized void enter(String principal) {
        if (stopping || taken >= settings.maxStreams()) {
            throw full(
                    Status.SERVICE_UNAVAILABLE,
                    "Not now",
                    stopping
                            ? "The service stops. Open the stream again in a moment."
                            : "As many streams are open here as can be: " + taken + ". Come back later.");
        }
        var own = places.getOrDefault(principal, 0);
        if (own >= settings.maxStreamsPerPrincipal()) {
            throw full(
                    Status.TOO_MANY_REQUESTS,
                    "Too many streams",
                    "This principal has %d streams open, as many as one may. Close one, or share one.".formatted(own));
        }
        taken++;
        places.put(principal, own + 1);
    }

    synchronized void leave(String principal) {
        taken--;
        places.computeIfPresent(principal, (_, own) -> own > 1 ? own - 1 : null);
    }

    synchronized void add(LiveStream stream) {
        running.add(stream);
        stream.start();
        if (stopping) {
            stream.bidFarewell();
        }
    }

    synchronized void remove(LiveStream stream) {
        running.remove(stream);
        notifyAll();
    }

    synchronized int count() {
        return taken;
    }

    /// Back when the clients have been told, for then the connections are closed.
    synchronized void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        running.forEach(LiveStream::bidFarewell);
        var end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        for (var left = LONGEST_FAREWELL.toMillis();
                !running.isEmpty() && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    private static HttpProblem full(Status status, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
