package io.directpeering.traces;

import java.util.UUID;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Which peering log lines are about, beside the trace. In JSON the fields `peeringId`, `traceId` and `spanId` of
/// `mdc`;
/// in text a word before what is said, `peering=… trace=…`.
public final class About implements AutoCloseable {

    static final AttributeKey<String> PEERING = AttributeKey.stringKey("peering.id");

    private static final String PEERING_ID = "peeringId";

    /// The words of the text: what the format of log lines names.
    private static final String WORDS = "about";

    private static final About NOTHING = new About(false, null, null);

    private final boolean said;
    private final @Nullable Object peeringBefore;
    private final @Nullable Object wordsBefore;

    private About(boolean said, @Nullable Object peeringBefore, @Nullable Object wordsBefore) {
        this.said = said;
        this.peeringBefore = peeringBefore;
        this.wordsBefore = wordsBefore;
    }

    /// Lines of this thread are about this peering until it is closed.
    ///
    /// @param peeringId null: about none in particular
    static About peering(@Nullable UUID peeringId) {
        var trace = Traceparent.currentTrace();
        if (peeringId == null && trace == null) {
            return NOTHING;
        }
        var before = new About(true, MDC.get(PEERING_ID), MDC.get(WORDS));
        say(peeringId == null ? null : peeringId.toString(), trace);
        return before;
    }

    /// What is being done here, an HTTP request for one, turns out to be about this peering.
    public static void found(UUID peeringId) {
        var id = peeringId.toString();
        if (Tracing.isOn()) {
            Span.current().setAttribute(PEERING, id);
        }
        say(id, Traceparent.currentTrace());
    }

    /// What is being done here, an HTTP request for one, is about no peering, or not yet.
    public static void noted() {
        var trace = Traceparent.currentTrace();
        if (trace != null) {
            say(null, trace);
        }
    }

    private static void say(@Nullable String peeringId, @Nullable String trace) {
        var words = new StringBuilder();
        if (peeringId != null) {
            MDC.put(PEERING_ID, peeringId);
            words.append("peering=").append(peeringId).append(' ');
        }
        if (trace != null) {
            words.append("trace=").append(trace).append(' ');
        }
        MDC.put(WORDS, words.toString());
    }

    @Override
    public void close() {
        if (said) {
            put(PEERING_ID, peeringBefore);
            put(WORDS, wordsBefore);
        }
    }

    private static void put(String name, @Nullable Object before) {
        if (before == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, before);
        }
    }
}
