package io.directpeering.request.topology;

import java.util.List;
import java.util.Map;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.directpeering.schemas.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/// How many records of its topics this instance has yet to take in, as its consumers know it. Out of the hundreds of
/// figures that Streams keeps it is the one that people act on.
@Singleton
class JudgeLag {

    private final JudgeRuntime judge;

    JudgeLag(JudgeRuntime judge) {
        this.judge = judge;
    }

    void show(@Observes StartupEvent started, MeterRegistry meters) {
        for (var topic : List.of(Topics.PEERING_EVENTS.name(), Topics.BGP_SESSION_STATES.name())) {
            Gauge.builder("peering.judge.lag", () -> of(topic))
                    .description("Records that the judge has yet to take in")
                    .tag("topic", topic)
                    .register(meters);
        }
    }

    private double of(String topic) {
        return judge.streams().map(KafkaStreams::metrics).stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> isLagOf(topic, metric.getKey()))
                .mapToDouble(JudgeLag::value)
                .sum();
    }

    private static boolean isLagOf(String topic, MetricName name) {
        return name.name().equals("records-lag") && topic.equals(name.tags().get("topic"));
    }

    private static double value(Map.Entry<MetricName, ? extends Metric> metric) {
        return metric.getValue().metricValue() instanceof Number lag && lag.doubleValue() > 0 ? lag.doubleValue() : 0;
    }
}
