package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;

/// Every topic of the contract is declared as the contract keeps it, with the partitions and copies that are asked for.
///
/// @param partitions least partitions of each topic
/// @param replicas   copies of each partition
record DeclaredTopics(int partitions, int replicas) implements Check {

    @Override
    public List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var topic : Topics.all()) {
            if (manifests.has("KafkaTopic", topic.name())) {
                compare(manifests.one("KafkaTopic", topic.name()), topic, findings);
            } else {
                findings.add("There is no KafkaTopic/%s.".formatted(topic.name()));
            }
        }
        var known = Topics.all().stream().map(Topic::name).collect(Collectors.toSet());
        manifests
                .all("KafkaTopic")
                .map(Manifests::name)
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add("KafkaTopic/%s is not of the contract.".formatted(name)));
        sameForTheJudge(manifests, findings);
        cluster(manifests, findings);
        return findings;
    }

    private void compare(JsonNode declared, Topic topic, List<String> findings) {
        var title = Manifests.title(declared);
        if (declared.at("/spec/partitions").asInt() < partitions) {
            findings.add("%s has %s partitions; %d are needed."
                    .formatted(title, declared.at("/spec/partitions"), partitions));
        }
        if (declared.at("/spec/replicas").asInt() != replicas) {
            findings.add("%s has %s copies; %d are needed.".formatted(title, declared.at("/spec/replicas"), replicas));
        }
        var wanted = new HashMap<>(topic.keeping().config());
        wanted.put("min.insync.replicas", String.valueOf(leastInSync()));
        var config = declared.at("/spec/config").properties().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey(), entry -> entry.getValue().asText()));
        if (!config.equals(wanted)) {
            findings.add("%s is kept by %s; the contract says %s.".formatted(title, config, wanted));
        }
    }

    /// Facts of a peering and what was seen of its sessions meet in one task; what was decided of it in another.
    private static void sameForTheJudge(Manifests manifests, List<String> findings) {
        var counts = Use.of(Services.REQUEST).reads().stream()
                .filter(name -> !name.equals(Topics.PEER_ASN_VALIDATIONS.name()))
                .filter(name -> manifests.has("KafkaTopic", name))
                .map(name -> manifests.one("KafkaTopic", name).at("/spec/partitions"))
                .distinct()
                .toList();
        if (counts.size() != 1) {
            findings.add("The judge's sources have different numbers of partitions: %s.".formatted(counts));
        }
    }

    private void cluster(Manifests manifests, List<String> findings) {
        manifests.all("Kafka").forEach(kafka -> {
            var config = kafka.at("/spec/kafka/config");
            if (config.path("default.replication.factor").asInt() != replicas
                    || config.path("transaction.state.log.replication.factor").asInt() != replicas
                    || config.path("min.insync.replicas").asInt() != leastInSync()
                    || config.path("auto.create.topics.enable").asBoolean(true)) {
                findings.add("%s keeps %s.".formatted(Manifests.title(kafka), config));
            }
        });
        manifests
                .all("KafkaNodePool")
                .filter(pool -> pool.at("/spec/replicas").asInt() < replicas)
                .forEach(pool -> findings.add("%s has too few nodes.".formatted(Manifests.title(pool))));
    }

    private int leastInSync() {
        return Math.max(1, replicas - 1);
    }
}
