package io.directpeering.request.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.directpeering.schemas.Topic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/// One application of Kafka Streams in this process: starts as soon as broker and topics are there, replaces a thread
/// that failed, leaves the group on close so that a restart need not wait for a timeout.
public final class Running {

    private static final Logger LOG = Logger.getLogger(Running.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

    private final String name;
    private final Supplier<Topology> topology;
    private final Properties settings;
    private final Map<String, Object> broker;
    private final List<Topic> topics;
    private final StateRestoreListener restores;
    private final Failures failures;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile @Nullable KafkaStreams streams;
    private volatile String trouble;

    /// @param name     what people call it, e.g. `judge`
    /// @param broker   address of the broker and how it is spoken to
    /// @param topics   that it cannot do without
    /// @param restores told how stores come back
    public Running(
            String name,
            Supplier<Topology> topology,
            Properties settings,
            Map<String, Object> broker,
            List<Topic> topics,
            StateRestoreListener restores,
            InstantSource clock) {
        this.name = name;
        this.topology = topology;
        this.settings = settings;
        this.broker = broker;
        this.topics = topics;
        this.restores = restores;
        this.failures = new Failures(clock);
        this.trouble = "The " + name + " is starting.";
    }

    /// Starts it, now or as soon as it can.
    public void start() {
        Thread.ofVirtual().name(name + "-start").start(this::startWhenPossible);
    }

    /// Ends it; its partitions are free at once.
    public void stop() {
        closing.countDown();
        synchronized (this) {
            if (streams != null) {
                streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_TIMEOUT));
            }
        }
    }

    /// The running application, to query its stores; empty before it could be started.
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams);
    }

    /// Why it cannot work or answer at the moment; empty: it can.
    public Optional<String> trouble() {
        var running = streams;
        if (running == null) {
            return Optional.of(trouble);
        }
        return running.state() == State.RUNNING
                ? failures.again()
                : Optional.of("The " + name + " is " + running.state() + ". "
                        + failures.again().orElse(trouble));
    }

    /// It has given up, and only a restart helps.
    public boolean dead() {
        var running = streams;
        return running != null && closing.getCount() > 0 && running.state().hasCompletedShutdown();
    }

    private void startWhenPossible() {
        try {
            while (!tryToStart() && !closing.await(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("The %s is not started, will try again: %s", name, trouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToStart() throws InterruptedException {
        var missing = RequiredTopics.missing(topics, broker);
        if (missing.isPresent()) {
            trouble = missing.get();
            return false;
        }
        synchronized (this) {
            return closing.getCount() == 0 || startStreams();
        }
    }

    private boolean startStreams() {
        try {
            var created = new KafkaStreams(topology.get(), settings, clients());
            created.setUncaughtExceptionHandler(this::replaceAfterAWhile);
            created.setGlobalStateRestoreListener(restores);
            created.start();
            trouble = "";
            streams = created;
            return true;
        } catch (KafkaException e) {
            // Its state directory may still belong to the process before this one.
            trouble = "It cannot be started: " + e.getMessage();
            return false;
        }
    }

    private PromptClients clients() {
        var commitInterval = (Long) settings.get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        return new PromptClients(Duration.ofMillis(requireNonNull(commitInterval, "the interval is always set")));
    }

    private StreamThreadExceptionResponse replaceAfterAWhile(Throwable failure) {
        failures.add(failure);
        trouble = "It failed and goes on: " + failures.cause();
        LOG.errorf(failure, "A thread of the %s failed and is replaced", name);
        try {
            closing.await(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
