package io.directpeering.approval.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.schemas.Topics;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Whether everything that was found of registrations so far is known here. Until it is, the policy finds nothing: it
/// could contradict a person whose word is in the log and not in a database that is being rebuilt.
@ApplicationScoped
class PastFindings {

    private static final Logger LOG = Logger.getLogger(PastFindings.class);
    private static final String TOPIC = Topics.PEER_ASN_VALIDATIONS.name();
    private static final int TIMEOUT_MS = 5_000;

    private final Map<String, Object> broker;
    private final String group;
    private volatile boolean known;

    PastFindings(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.broker = broker;
        this.group = group;
    }

    /// Once they are, they stay so until the service starts again.
    boolean areKnown() {
        if (!known) {
            known = areRead();
        }
        return known;
    }

    /// The group has committed, in each partition, all that lies there.
    private boolean areRead() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("request.timeout.ms", TIMEOUT_MS);
        settings.put("default.api.timeout.ms", TIMEOUT_MS);
        try (var admin = Admin.create(settings)) {
            var partitions = partitions(admin);
            var first = offsets(admin, partitions, OffsetSpec.earliest());
            var end = offsets(admin, partitions, OffsetSpec.latest());
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return partitions.stream().allMatch(partition -> {
                var read = committed.get(partition);
                long from = read == null ? first.getOrDefault(partition, 0L) : read.offset();
                return from >= end.getOrDefault(partition, Long.MAX_VALUE);
            });
        } catch (ExecutionException | KafkaException e) {
            LOG.infof("Not known yet how far the log of findings is read: cause=%s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(TOPIC)).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
