package io.directpeering.request.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/// One open stream, a virtual thread of its own. It sends an event when the one before is gone, so a client that reads
/// slowly slows down its own stream and nothing else.
final class LiveStream {

    private static final Logger LOG = Logger.getLogger(LiveStream.class);
    private static final int AT_ONCE = 64;
    private static final long COME_BACK_AFTER_MILLIS = 1_000;
    private static final Duration FAREWELL_STALLED_AFTER = Duration.ofMillis(200);

    /// What a stream reads and where it writes.
    ///
    /// @param hangUp closes the connection, whatever stands in it that nobody takes
    record Ends(Recent recent, Past past, Owners owners, Sse sse, SseEventSink sink, Runnable hangUp) {}

    private final Audience audience;
    private final Position position;
    private final Ends ends;
    private final LiveSettings settings;
    private final Clock clock;
    private final Thread thread;
    private Instant lastSent;
    private volatile boolean leaving;

    /// @param position where it begins
    /// @param end      done when it has ended
    LiveStream(
            Audience audience,
            Position position,
            Ends ends,
            LiveSettings settings,
            Clock clock,
            Consumer<LiveStream> end) {
        this.audience = audience;
        this.position = position;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
        this.lastSent = clock.instant();
        this.thread = Thread.ofVirtual().name("live-stream").unstarted(() -> {
            try {
                run();
            } finally {
                end.accept(this);
            }
        });
    }

    /// Says at once where the stream is: whoever leaves before the first event comes back to there. On the thread of
    /// the request, so that the head of the answer is out before anything else is.
    void greet() {
        try {
            send(comment("open"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debugf("The client of a live stream has gone before it began: %s", e.toString());
        }
    }

    void start() {
        thread.start();
    }

    /// Ends it; also one that has ended.
    void stop() {
        thread.interrupt();
    }

    /// Ends it as [#stop] does, and has its client come back soon, to whoever answers then.
    void bidFarewell() {
        leaving = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!isOver()) {
                var joint = ends.recent.join(position);
                if (joint.isPresent()) {
                    follow(joint.getAsLong());
                } else {
                    catchUp();
                }
            }
            if (!clock.instant().isBefore(audience.until())) {
                send(comment("the token has expired; come back with another"));
            }
            farewell();
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Live stream ended: its client has gone, or the service stops");
            farewell();
        } catch (TimeoutException e) {
            LOG.debug("Live stream ended: its client takes nothing");
            ends.hangUp.run();
        } catch (ExecutionException | IllegalStateException e) {
            LOG.debugf("Live stream ended, its client has gone: %s", e.toString());
        } catch (RuntimeException e) {
            LOG.warn("Live stream ended; its client resumes where it was", e);
        } finally {
            ends.sink.close();
        }
    }

    private void farewell() {
        if (!leaving || ends.sink.isClosed()) {
            return;
        }
        // What ends the stream must not end this, too.
        Thread.interrupted();
        try {
            ends.sink
                    .send(ends.sse
                            .newEventBuilder()
                            .reconnectDelay(COME_BACK_AFTER_MILLIS)
                            .comment("the service stops; come back")
                            .build())
                    .toCompletableFuture()
                    .get(FAREWELL_STALLED_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debugf("The client of a live stream takes no farewell: %s", e.toString());
            ends.hangUp.run();
        }
    }

    private void follow(long joint) throws InterruptedException, ExecutionException, TimeoutException {
        var from = joint;
        while (!isOver()) {
            switch (ends.recent.read(from, AT_ONCE, patience().toNanos())) {
                case Recent.Read.Gone() -> {
                    return;
                }
                case Recent.Read.Some(var told, var next) -> {
                    for (var each : told) {
                        take(each);
                    }
                    from = next;
                    beat();
                }
            }
        }
    }

    private void take(Told told) throws InterruptedException, ExecutionException, TimeoutException {
        if (told.offset() < position.next(told.slot())) {
            return;
        }
        position.advance(told.slot(), told.offset() + 1);
        if (audience.hears(told, ends.owners)) {
            send(event(told, position.text()));
        }
    }

    private void catchUp() throws InterruptedException, ExecutionException, TimeoutException {
        var piece = ends.past.read(
                position,
                told -> audience.hears(told, ends.owners),
                reached -> ends.recent.join(reached).isPresent());
        for (var found : piece) {
            send(event(found.told(), found.id()));
        }
        beat();
    }

    private boolean isOver() {
        return Thread.currentThread().isInterrupted()
                || ends.sink.isClosed()
                || !clock.instant().isBefore(audience.until());
    }

    /// Until the next heartbeat, or the end of the token.
    private Duration patience() {
        var now = clock.instant();
        var beat = Duration.between(now, lastSent.plus(settings.heartbeat()));
        var end = Duration.between(now, audience.until());
        var shorter = beat.compareTo(end) < 0 ? beat : end;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    private void beat() throws InterruptedException, ExecutionException, TimeoutException {
        if (!clock.instant().isBefore(lastSent.plus(settings.heartbeat()))) {
            send(comment("still here"));
        }
    }

    /// Carries the position, too: much may have happened that this client does not hear of.
    private OutboundSseEvent comment(String text) {
        return ends.sse.newEventBuilder().id(position.text()).comment(text).build();
    }

    private OutboundSseEvent event(Told told, String id) {
        return ends.sse
                .newEventBuilder()
                .id(id)
                .name(told.event())
                .data(String.class, told.json())
                .build();
    }

    private void send(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
        ends.sink.send(event).toCompletableFuture().get(settings.stalledAfter().toMillis(), TimeUnit.MILLISECONDS);
        lastSent = clock.instant();
    }
}
