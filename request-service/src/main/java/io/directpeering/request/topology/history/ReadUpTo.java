package io.directpeering.request.topology.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.directpeering.request.topology.LogEnds;
import io.directpeering.request.topology.index.Reading;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/// How far the historian has read its topics. What it has committed is in its stores, so a partition is read up to a
/// moment once that much is committed as could be read then.
///
/// A partition's commits are those of this instance where it has made any. One that has lost the partition and does not
/// know it yet would else take another's commits for its own, and answer as if it had read what that one has.
public final class ReadUpTo implements LogEnds.Watcher {

    private final Set<String> topics;
    private final Supplier<Optional<KafkaStreams>> streams;
    private final ConcurrentMap<TopicPartition, Reading> readings = new ConcurrentHashMap<>();

    /// What is known of the topics of one partition together.
    ///
    /// @param at     everything that could be read at this moment is in the stores
    /// @param behind records that could be read at the latest look, and are not in them yet
    public record Reached(Instant at, long behind) {}

    ReadUpTo(Set<String> topics, Supplier<Optional<KafkaStreams>> streams) {
        this.topics = topics;
        this.streams = streams;
    }

    /// Empty: it has not been read to an end yet.
    public Optional<Reached> of(int partition) {
        var its = topics.stream()
                .flatMap(topic -> Optional.ofNullable(readings.get(new TopicPartition(topic, partition))).stream())
                .filter(Reading::isCaughtUp)
                .toList();
        return its.size() < topics.size() ? Optional.empty() : reached(its);
    }

    private static Optional<Reached> reached(List<Reading> its) {
        var behind = its.stream().mapToLong(Reading::behind).sum();
        return its.stream()
                .flatMap(each -> Optional.ofNullable(each.readUpTo()).stream())
                .min(Comparator.naturalOrder())
                .map(at -> new Reached(at, behind));
    }

    @Override
    public LogEnds.Look begin() {
        var own = own();
        return (partition, at, endOffset, committedUpTo) -> readings.computeIfAbsent(partition, _ -> new Reading())
                .measured(at, endOffset, own.getOrDefault(partition, committedUpTo));
    }

    @Override
    public boolean isCaughtUp() {
        return !readings.isEmpty() && readings.values().stream().allMatch(Reading::isCaughtUp);
    }

    private Map<TopicPartition, Long> own() {
        var own = new HashMap<TopicPartition, Long>();
        streams.get()
                .ifPresent(it -> it.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .forEach(task -> own.putAll(task.committedOffsets())));
        own.values().removeIf(offset -> offset < 0);
        return own;
    }
}
