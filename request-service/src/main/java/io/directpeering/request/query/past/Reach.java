package io.directpeering.request.query.past;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jakarta.inject.Singleton;

import io.directpeering.request.query.Freshness;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/// How far the historian has read: its consumer knows, with each answer of the broker, how much there is that it has
/// not
/// read.
@Singleton
class Reach {

    /// The broker answers a consumer at least every half second, with nothing if there is nothing.
    private static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(1);

    private final Clock clock;

    Reach(Clock clock) {
        this.clock = clock;
    }

    /// Empty: the partition has not been read yet.
    Optional<Freshness> of(KafkaStreams streams, int partition) {
        var lags = streams.metrics().values().stream()
                .filter(each -> each.metricName().name().equals("records-lag"))
                .filter(each -> String.valueOf(partition)
                        .equals(each.metricName().tags().get("partition")))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(lag -> !lag.isNaN())
                .toList();
        var behind = lags.stream().mapToLong(Double::longValue).sum();
        return lags.isEmpty()
                ? Optional.empty()
                : Optional.of(new Freshness(clock.instant().minus(BETWEEN_ANSWERS), behind, false));
    }
}
