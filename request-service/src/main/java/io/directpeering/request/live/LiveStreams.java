package io.directpeering.request.live;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/// Opens streams, each with its place and its share of the tail, and takes both back when it ends.
@ApplicationScoped
class LiveStreams {

    private final OpenStreams open;
    private final Tail tail;
    private final Past past;
    private final Beginning beginning;
    private final Owners owners;
    private final LiveSettings settings;
    private final Clock clock;

    LiveStreams(
            OpenStreams open,
            Tail tail,
            Past past,
            Beginning beginning,
            Owners owners,
            LiveSettings settings,
            Clock clock) {
        this.open = open;
        this.tail = tail;
        this.past = past;
        this.beginning = beginning;
        this.owners = owners;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param hangUp closes the connection
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400: it cannot begin there; 429, 503: no place
    /// @throws io.directpeering.http.problem.NotNow the log cannot be read at the moment
    LiveStream open(Audience audience, Beginning.Said begin, Sse sse, SseEventSink sink, Runnable hangUp) {
        open.enter(audience.principal());
        try {
            var recent = tail.join();
            try {
                return start(audience, begin, new LiveStream.Ends(recent, past, owners, sse, sink, hangUp));
            } catch (RuntimeException e) {
                tail.leave();
                throw e;
            }
        } catch (RuntimeException e) {
            open.leave(audience.principal());
            throw e;
        }
    }

    private LiveStream start(Audience audience, Beginning.Said begin, LiveStream.Ends ends) {
        var position = beginning.find(begin, ends.recent());
        var stream = new LiveStream(audience, position, ends, settings, clock, it -> end(audience, it));
        stream.greet();
        open.add(stream);
        return stream;
    }

    private void end(Audience audience, LiveStream stream) {
        open.remove(stream);
        tail.leave();
        open.leave(audience.principal());
    }
}
