package io.directpeering.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record on its way into a topic, until the broker has taken it or not: a span of its own, which the record names
/// as its trace. Ended by any thread.
public final class Sending {

    private final Span span;
    private final @Nullable String traceparent;

    private Sending(Span span, @Nullable String traceparent) {
        this.span = span;
        this.traceparent = traceparent;
    }

    /// Begins as a part of what the record comes of.
    ///
    /// @param behind what it is a part of, as it was written down; null: nothing was, and the record names no trace
    public static Sending begin(String topic, String key, @Nullable String behind) {
        if (!Tracing.isOn() || behind == null) {
            return new Sending(Span.getInvalid(), null);
        }
        var parent = Traceparent.context(behind);
        var span = Tracing.tracer()
                .spanBuilder("send " + topic)
                .setSpanKind(SpanKind.PRODUCER)
                .setParent(parent)
                .startSpan();
        if (span.isRecording()) {
            Messaging.send(span, topic, key);
            var peeringId = PeeringKey.read(key);
            if (peeringId != null) {
                span.setAttribute(About.PEERING, peeringId.toString());
            }
        }
        return new Sending(span, Traceparent.of(parent.with(span)));
    }

    /// Has the record name this sending.
    public Sending on(Headers headers) {
        Traceparent.put(headers, traceparent);
        return this;
    }

    /// The broker has answered, or nobody did.
    ///
    /// @param failure why the broker has not taken it; null: it has
    public void ended(@Nullable Throwable failure) {
        if (failure != null) {
            Handling.fail(span, failure);
        }
        span.end();
    }
}
