package io.directpeering.kubernetes;

import java.util.Set;

/// request-service's applications of Kafka Streams.
final class StreamsApplications {

    private StreamsApplications() {}

    /// Consumer groups, and what names of changelogs and transactions begin with.
    static Set<String> ids() {
        return Set.of(Default.of("JudgeSettings", "applicationId"), Default.of("HistorianSettings", "applicationId"));
    }
}
