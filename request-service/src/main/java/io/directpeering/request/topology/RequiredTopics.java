package io.directpeering.request.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.directpeering.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;

/// The topics that an application cannot do without. It creates none: they are declared elsewhere.
final class RequiredTopics {

    private static final int ANSWER_TIMEOUT_MS = 5_000;

    private RequiredTopics() {}

    /// Why it cannot start; empty: it can.
    ///
    /// @param broker address of the broker and how it is spoken to
    static Optional<String> missing(List<Topic> topics, Map<String, Object> broker) throws InterruptedException {
        var settings = new HashMap<>(broker);
        settings.put("request.timeout.ms", ANSWER_TIMEOUT_MS);
        settings.put("default.api.timeout.ms", ANSWER_TIMEOUT_MS);
        try (var admin = Admin.create(settings)) {
            var present = admin.listTopics().names().get(2L * ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS);
            var absent = topics.stream()
                    .map(Topic::name)
                    .filter(name -> !present.contains(name))
                    .toList();
            return absent.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Topics are missing, create them: " + String.join(", ", absent) + ".");
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of("The broker at " + broker.get("bootstrap.servers") + " does not answer.");
        }
    }
}
