package io.directpeering.request.topology;

import java.time.Duration;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/// Makes observations of BGP sessions wait behind facts.
///
/// Of a task's inputs, Streams takes the record with the lowest timestamp next. Observations get a later one, so
/// that a storm of them does not hold up a fact that comes in the middle of it. The time of an observation is in its
/// metadata; nothing else reads this one.
final class FactsFirst implements TimestampExtractor {

    /// Less than the hour by which a broker lets a changelog's timestamps run ahead (message.timestamp.after.max.ms).
    private static final long HEAD_START_MS = Duration.ofMinutes(30).toMillis();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() + HEAD_START_MS;
    }
}
