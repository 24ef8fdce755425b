package io.directpeering.request.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// The partitions that are told of, in the order in which a [Position] counts them: those of the transitions, then
/// those of the refusals.
///
/// @param transitions how many are of the transitions
record Slots(List<TopicPartition> partitions, int transitions, Map<TopicPartition, Integer> places) {

    static Slots of(int transitions, int refusals) {
        var partitions = new ArrayList<TopicPartition>();
        add(partitions, Topics.PEERING_TRANSITIONS, transitions);
        add(partitions, Topics.PEERING_REFUSALS, refusals);
        var places = new HashMap<TopicPartition, Integer>();
        partitions.forEach(partition -> places.put(partition, places.size()));
        return new Slots(List.copyOf(partitions), transitions, Map.copyOf(places));
    }

    /// As the broker has them.
    static Slots of(Consumer<?, ?> consumer) {
        return of(count(consumer, Topics.PEERING_TRANSITIONS), count(consumer, Topics.PEERING_REFUSALS));
    }

    int refusals() {
        return partitions.size() - transitions;
    }

    int placeOf(TopicPartition partition) {
        return Objects.requireNonNull(places.get(partition));
    }

    private static void add(List<TopicPartition> partitions, Topic topic, int count) {
        for (int partition = 0; partition < count; partition++) {
            partitions.add(new TopicPartition(topic.name(), partition));
        }
    }

    private static int count(Consumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(PartitionInfo::partition)
                .max(Comparator.naturalOrder())
                .map(highest -> highest + 1)
                .orElse(0);
    }
}
