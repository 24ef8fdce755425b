package io.directpeering.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/// What spans about records say, in the words of OpenTelemetry's semantic conventions for messaging and Kafka.
final class Messaging {

    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("messaging.kafka.message.key");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");

    private Messaging() {}

    static void process(Span span, String topic, int partition, long offset, @Nullable String key) {
        described(span, topic, "process", key);
        span.setAttribute(PARTITION, String.valueOf(partition));
        span.setAttribute(OFFSET, offset);
    }

    static void send(Span span, String topic, String key) {
        described(span, topic, "send", key);
    }

    private static void described(Span span, String topic, String operation, @Nullable String key) {
        span.setAttribute(SYSTEM, "kafka");
        span.setAttribute(TOPIC, topic);
        span.setAttribute(OPERATION, operation);
        span.setAttribute(OPERATION_TYPE, operation);
        if (key != null) {
            span.setAttribute(KEY, key);
        }
    }
}
