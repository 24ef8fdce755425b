package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;

/// The partitions that this instance judges, by their numbers.
@Singleton
public class Holdings {

    private static final Logger LOG = Logger.getLogger(Holdings.class);

    private final Deadlines deadlines;
    private final Executor background;
    private final ConcurrentMap<Integer, Holding> held = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Reading> logs = new ConcurrentHashMap<>();

    @Inject
    public Holdings(Deadlines deadlines) {
        this(
                deadlines,
                task -> Thread.ofPlatform().daemon().name("index-filling").start(task));
    }

    /// @param background fills indexes
    public Holdings(Deadlines deadlines, Executor background) {
        this.deadlines = deadlines;
        this.background = background;
    }

    /// This instance takes a partition over.
    ///
    /// @param peerings what stands there already
    public Holding begin(int partition, ReadOnlyKeyValueStore<String, StoredPeering> peerings) {
        var holding = new Holding(partition, deadlines);
        held.put(partition, holding);
        background.execute(() -> fill(holding, peerings));
        return holding;
    }

    /// The partition is another's now.
    public void end(Holding holding) {
        holding.end();
        held.remove(holding.partition(), holding);
    }

    public Optional<Holding> of(int partition) {
        return Optional.ofNullable(held.get(partition));
    }

    /// For each partition, whoever holds it, a moment: the outcome of every fact that was in its log by then is
    /// committed. Without those of which it is not known yet.
    public Map<Integer, Instant> judgedUpTo() {
        var known = new HashMap<Integer, Instant>();
        logs.forEach((partition, reading) -> {
            var at = reading.readUpTo();
            if (at != null) {
                known.put(partition, at);
            }
        });
        return known;
    }

    /// Facts in a partition's log that nobody has judged yet, as of the latest look at its end.
    public long behind(int partition) {
        return Optional.ofNullable(logs.get(partition)).map(Reading::behind).orElse(0L);
    }

    /// As [Reading#measured], of a partition of anybody's.
    public void measured(int partition, Instant at, long endOffset, long committedUpTo) {
        logs.computeIfAbsent(partition, _ -> new Reading()).measured(at, endOffset, committedUpTo);
    }

    public Collection<Holding> all() {
        return List.copyOf(held.values());
    }

    /// An index over what stands in a store, which is not kept up to date.
    ///
    /// @throws InvalidStateStoreException the store has moved
    public Holding photograph(int partition, ReadOnlyKeyValueStore<String, StoredPeering> peerings) {
        var holding = new Holding(partition, deadlines);
        holding.fill(peerings);
        return holding;
    }

    private static void fill(Holding holding, ReadOnlyKeyValueStore<String, StoredPeering> peerings) {
        try {
            var begun = System.nanoTime();
            holding.fill(peerings);
            LOG.debugf(
                    "An index is filled partition=%d millis=%d",
                    holding.partition(), (System.nanoTime() - begun) / 1_000_000);
        } catch (InvalidStateStoreException e) {
            LOG.debugf("The partition went away while its index was filled partition=%d", holding.partition());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The index cannot be filled, so there are no lists partition=%d", holding.partition());
        }
    }
}
