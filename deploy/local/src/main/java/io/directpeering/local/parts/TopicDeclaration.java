package io.directpeering.local.parts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates the topics of the contract: they are declared, never auto-created.
///
/// @param partitions        partitions of each topic
/// @param replicationFactor copies of each partition
public record TopicDeclaration(int partitions, short replicationFactor) {

    /// Creates what is not there yet, the transactions' and the groups' own topics aside.
    ///
    /// @throws ExecutionException the broker refused
    ///
    /// @param client settings of a client that may create topics
    public void declare(Map<String, String> client) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>copyOf(client))) {
            var wanted = Topics.all().stream().map(this::described).toList();
            var results = admin.createTopics(wanted).values().values();
            for (var result : List.copyOf(results)) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private NewTopic described(Topic topic) {
        return new NewTopic(topic.name(), partitions, replicationFactor)
                .configs(topic.keeping().config());
    }
}
