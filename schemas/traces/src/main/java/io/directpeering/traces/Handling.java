package io.directpeering.traces;

import java.util.UUID;
import java.util.function.Consumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Something that is being done by this thread, from its beginning until it is closed: a span where traces are made,
/// and in any case what log lines say they are about.
///
/// ```
/// try (var handling = Handling.of("send mail", delivery.traceparent, delivery.peeringId)) { … }
/// ```
public final class Handling implements AutoCloseable {

    private final Span span;
    private final Scope scope;
    private final About about;

    private Handling(Span span, Scope scope, About about) {
        this.span = span;
        this.scope = scope;
        this.about = about;
    }

    /// Work that was written down and comes later.
    ///
    /// @param what        in a few words, the same for all of its kind
    /// @param traceparent of where it was written down; null: a trace begins with it
    public static Handling of(String what, @Nullable String traceparent, @Nullable UUID peeringId) {
        return begun(what, SpanKind.INTERNAL, traceparent, peeringId, span -> {});
    }

    /// A record of a topic.
    ///
    /// @param key of the record: a peering's id, or something else
    public static Handling ofRecord(String topic, int partition, long offset, @Nullable String key, Headers headers) {
        return begun(
                "process " + topic,
                SpanKind.CONSUMER,
                Tracing.isOn() ? Traceparent.of(headers) : null,
                PeeringKey.read(key),
                span -> Messaging.process(span, topic, partition, offset, key));
    }

    /// Says in a few words how it went, e.g. which transition came of a fact.
    public static void note(String name, String word) {
        if (Tracing.isOn()) {
            Span.current().setAttribute(name, word);
        }
    }

    /// Does the work, and closes this.
    public void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            failed(failure);
            throw failure;
        } finally {
            close();
        }
    }

    /// It did not succeed. Of the failure only its kind is told: its words may quote a record.
    public void failed(Throwable failure) {
        fail(span, failure);
    }

    static void fail(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute(Messaging.ERROR_TYPE, failure.getClass().getName());
    }

    @SuppressWarnings("MustBeClosedChecker") // It lasts as long as this, whose end closes it.
    private static Handling begun(
            String what,
            SpanKind kind,
            @Nullable String traceparent,
            @Nullable UUID peeringId,
            Consumer<Span> described) {
        if (!Tracing.isOn()) {
            return new Handling(Span.getInvalid(), Scope.noop(), About.peering(peeringId));
        }
        var span = Tracing.tracer()
                .spanBuilder(what)
                .setSpanKind(kind)
                .setParent(Traceparent.context(traceparent))
                .startSpan();
        if (span.isRecording()) {
            described.accept(span);
            if (peeringId != null) {
                span.setAttribute(About.PEERING, peeringId.toString());
            }
        }
        var scope = span.makeCurrent();
        return new Handling(span, scope, About.peering(peeringId));
    }

    @Override
    public void close() {
        about.close();
        scope.close();
        span.end();
    }
}
