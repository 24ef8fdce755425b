package io.directpeering.request.topology;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.drift.DriftSettings;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.schemas.WireFormat;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Runs the judge from the start of the service to its end: starts it as soon as broker and topics are there,
/// replaces a thread that failed, leaves the group on close so that a restart need not wait for a timeout.
@Singleton
public class JudgeRuntime {

    private static final Logger LOG = Logger.getLogger(JudgeRuntime.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

    private final JudgeSettings settings;
    private final Map<String, Object> broker;
    private final DecisionListener listener;
    private final Deadlines deadlines;
    private final Census census;
    private final DriftSettings drift;
    private final AlarmBoard alarms;
    private final Holdings holdings;
    private final Clock clock;
    private final Serde<SpecificRecord> serde;
    private final Failures failures;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile @Nullable KafkaStreams streams;
    private @Nullable LogEnds logEnds;
    private volatile String trouble = "The judge is starting.";

    /// @param broker address of the broker and how it is spoken to, as every channel of the service has it
    @Inject
    public JudgeRuntime(
            JudgeSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "peering.registry.url") String registryUrl,
            DecisionListener listener,
            Deadlines deadlines,
            Census census,
            DriftSettings drift,
            AlarmBoard alarms,
            Holdings holdings,
            Clock clock) {
        this.settings = settings;
        this.broker = broker;
        this.listener = listener;
        this.deadlines = deadlines;
        this.census = census;
        this.drift = drift;
        this.alarms = alarms;
        this.holdings = holdings;
        this.clock = clock;
        this.failures = new Failures(clock);
        this.serde = WireFormat.serde(registryUrl);
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stop();
    }

    /// Starts it, now or as soon as it can.
    public void start() {
        Thread.ofVirtual().name("judge-start").start(this::startWhenPossible);
    }

    /// Ends it; its partitions are free at once.
    public void stop() {
        closing.countDown();
        synchronized (this) {
            if (logEnds != null) {
                logEnds.close();
            }
            if (streams != null) {
                streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_TIMEOUT));
            }
            serde.close();
        }
    }

    /// The running application, to query its stores; empty before it could be started.
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams);
    }

    /// Why it cannot judge or answer at the moment; empty: it can.
    public Optional<String> trouble() {
        var running = streams;
        if (running == null) {
            return Optional.of(trouble);
        }
        return running.state() == State.RUNNING
                ? failures.again()
                : Optional.of("The judge is " + running.state() + ". "
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
                LOG.warnf("Judge not started, will try again: %s", trouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToStart() throws InterruptedException {
        var missing = RequiredTopics.missing(broker);
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
            var created = new KafkaStreams(
                    new JudgeTopology(serde, listener, deadlines, census, drift, alarms, holdings).build(),
                    StreamsProperties.of(settings, broker));
            created.setUncaughtExceptionHandler(this::replaceAfterAWhile);
            created.start();
            trouble = "";
            streams = created;
            logEnds = new LogEnds(broker, settings.applicationId(), holdings, clock);
            return true;
        } catch (KafkaException e) {
            // Its state directory may still belong to the process before this one.
            trouble = "It cannot be started: " + e.getMessage();
            return false;
        }
    }

    private StreamThreadExceptionResponse replaceAfterAWhile(Throwable failure) {
        failures.add(failure);
        trouble = "It failed and goes on: " + failures.cause();
        LOG.error("A thread of the judge failed and is replaced", failure);
        try {
            closing.await(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
