package io.directpeering.request.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/// Settings of Kafka Streams for the applications of this process: they differ in name and in how often they
/// commit, and are for the rest what [JudgeSettings] says of the instance.
public final class StreamsProperties {

    private static final int CHANGELOG_SEGMENT_BYTES = 32 << 20;

    /// The part of a changelog that may be of the past before the broker compacts it.
    private static final double CHANGELOG_STALE_RATIO = 0.3;

    /// Each time costs something of its own, so not the thousand of the default; some 6 MB.
    private static final int RESTORED_AT_A_TIME = 10_000;

    /// As by default: what is done by the clock waits for it, too.
    private static final long POLL_MS = 100;

    private StreamsProperties() {}

    /// The judge's.
    ///
    /// @param broker address of the broker and how it is spoken to
    static Properties of(JudgeSettings settings, Map<String, Object> broker) {
        return of(settings.applicationId(), settings.commitInterval(), settings, broker);
    }

    /// @param applicationId  consumer group, and what names of changelogs begin with
    /// @param commitInterval within it an outcome is seen by those who read what is committed
    /// @param instance       of which only what is the same for all applications is read
    /// @param broker         address of the broker and how it is spoken to
    public static Properties of(
            String applicationId, Duration commitInterval, JudgeSettings instance, Map<String, Object> broker) {
        var all = new Properties();
        all.putAll(broker);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        all.put(StreamsConfig.STATE_DIR_CONFIG, instance.stateDir().toString());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, instance.standbyReplicas());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, instance.threads());
        all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, instance.applicationServer());

        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        // No need to come back for nothing more often than there is something to commit.
        all.put(StreamsConfig.POLL_MS_CONFIG, Math.max(POLL_MS, commitInterval.toMillis()));
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                instance.linger().toMillis());
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A fact never waits for observations to be fetched.
        all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // By default a changelog is compacted not before it has a gigabyte, or a week: a restore would read every fact
        // of that week.
        all.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), CHANGELOG_SEGMENT_BYTES);
        all.put(StreamsConfig.topicPrefix(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG), CHANGELOG_STALE_RATIO);
        all.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RESTORED_AT_A_TIME);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);

        instance.groupInstanceId()
                .ifPresent(name ->
                        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name));
        var timeoutMs = (int) instance.sessionTimeout().toMillis();
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), timeoutMs);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), timeoutMs / 4);

        all.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.deadLetter(Topics.REQUEST_SERVICE).name());
        all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.Unreadable.class);
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.Unjudgeable.class);
        all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.Unwritable.class);
        return all;
    }
}
