package io.directpeering.traces;

import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Which trace something belongs to, as text: `00-<trace id>-<span id>-<flags>` (W3C Trace Context, 55 characters).
public final class Traceparent {

    /// Name of the header, of records as of HTTP.
    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();
    private static final Carried CARRIED = new Carried();

    private Traceparent() {}

    /// Of what is being done here and now; null: it is not followed.
    public static @Nullable String current() {
        return Tracing.isOn() ? of(Context.current()) : null;
    }

    static @Nullable String of(Context context) {
        var written = new String[1];
        FORMAT.inject(context, written, (carrier, name, text) -> {
            if (carrier != null && name.equals(HEADER)) {
                carrier[0] = text;
            }
        });
        return written[0];
    }

    /// What belongs to it is a part of what it names; a new trace where it names nothing, or not in this format.
    static Context context(@Nullable String traceparent) {
        return traceparent == null ? Context.root() : FORMAT.extract(Context.root(), traceparent, CARRIED);
    }

    /// What a record's headers say; null: nothing.
    static @Nullable String of(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), US_ASCII);
    }

    /// Has a record carry it, in place of what it carries; null: nothing is changed.
    public static void put(Headers headers, @Nullable String traceparent) {
        if (traceparent != null) {
            headers.remove(HEADER);
            headers.add(HEADER, traceparent.getBytes(US_ASCII));
        }
    }

    /// Has a record carry what is being done here and now.
    public static void putCurrent(Headers headers) {
        put(headers, current());
    }

    /// Id of the trace that is being followed here and now; null: none is.
    static @Nullable String currentTrace() {
        if (!Tracing.isOn()) {
            return null;
        }
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /// A text that is the header.
    private static final class Carried implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return name.equals(HEADER) ? traceparent : null;
        }
    }
}
