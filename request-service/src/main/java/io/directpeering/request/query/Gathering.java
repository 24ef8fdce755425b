package io.directpeering.request.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.apache.kafka.streams.state.HostInfo;

/// Asks every instance for its share of an answer, and gives it only if it is whole.
///
/// While partitions move, what this instance believes of who holds what may be wrong, and two may believe to hold the
/// same. So each share says which partitions it speaks of, and shares count only if every partition is in exactly one
/// of them; else everybody is asked again, for a bounded time.
@Singleton
public class Gathering {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Placements places;
    private final Duration patience;

    @Inject
    public Gathering(Places places, QuerySettings settings) {
        this(places, settings.patience());
    }

    public Gathering(Placements places, Duration patience) {
        this.places = places;
        this.patience = patience;
    }

    /// How the instances are asked. Empty: it does not answer, or cannot tell now.
    public interface Instances<T> {

        /// This instance; of the partitions it holds and can tell of.
        Optional<Share<T>> here(Question question);

        /// Another one. Called by several threads at once.
        Optional<Share<T>> there(HostInfo host, Question question);
    }

    /// Gathers all shares; blocks until they are there, or the time is up.
    public <T> Gathered<T> of(Instances<T> instances) {
        var until = System.nanoTime() + patience.toNanos();
        while (true) {
            var gathered = round(instances);
            if (gathered instanceof Gathered.Whole || System.nanoTime() + PAUSE.toNanos() > until) {
                return gathered;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private <T> Gathered<T> round(Instances<T> instances) {
        return places.all().map(all -> round(instances, all)).orElseGet(() -> new Gathered.NotReady<>(places.why()));
    }

    private <T> Gathered<T> round(Instances<T> instances, List<Placement> all) {
        var held = new HashMap<HostInfo, Question>();
        all.forEach(each -> held.put(each.holder(), new Question.Held()));
        var shares = new ArrayList<Share<T>>();
        var silent = ask(instances, held, shares);
        if (!silent.isEmpty()) {
            ask(instances, copies(all, silent, shares), shares);
        }
        return merged(shares, all.size());
    }

    /// @return who did not answer
    private <T> Set<HostInfo> ask(Instances<T> instances, Map<HostInfo, Question> questions, List<Share<T>> shares) {
        var silent = new HashSet<HostInfo>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new HashMap<HostInfo, CompletableFuture<Optional<Share<T>>>>();
            questions.forEach((host, question) -> {
                if (!places.isHere(host)) {
                    Supplier<Optional<Share<T>>> answer = () -> instances.there(host, question);
                    asked.put(host, CompletableFuture.supplyAsync(answer, threads));
                }
            });
            // Here in this thread, which knows who is calling.
            questions.forEach((host, question) -> {
                if (places.isHere(host)) {
                    instances.here(question).ifPresentOrElse(shares::add, () -> silent.add(host));
                }
            });
            asked.forEach((host, answer) -> answer.join().ifPresentOrElse(shares::add, () -> silent.add(host)));
        }
        return silent;
    }

    /// Whom to ask in place of those who are silent: the first of the others that has a copy.
    private <T> Map<HostInfo, Question> copies(List<Placement> all, Set<HostInfo> silent, List<Share<T>> shares) {
        var told = new HashSet<Integer>();
        shares.forEach(each -> told.addAll(each.partitions()));
        var wanted = new HashMap<HostInfo, Set<Integer>>();
        all.stream()
                .filter(each -> !told.contains(each.partition()))
                .forEach(each -> each.copies().stream()
                        .filter(host -> !silent.contains(host))
                        .findFirst()
                        .ifPresent(host -> wanted.computeIfAbsent(host, _ -> new TreeSet<>())
                                .add(each.partition())));
        var questions = new HashMap<HostInfo, Question>();
        wanted.forEach((host, partitions) -> questions.put(host, new Question.Copied(partitions)));
        return questions;
    }

    private static <T> Gathered<T> merged(List<Share<T>> shares, int partitions) {
        var missing = new TreeSet<Integer>();
        for (int each = 0; each < partitions; each++) {
            missing.add(each);
        }
        for (var share : shares) {
            for (var partition : share.partitions()) {
                if (!missing.remove(partition)) {
                    return new Gathered.NotReady<>(
                            "Partition " + partition + " is moving: two instances have it at the moment. Ask again.");
                }
            }
        }
        return missing.isEmpty()
                ? new Gathered.Whole<>(
                        shares.stream().map(Share::part).toList(),
                        Freshness.of(shares.stream().map(Share::freshness).toList()))
                : new Gathered.NotReady<>("Nobody tells of partitions " + missing
                        + " at the moment: they are moving or being read in. Ask again.");
    }
}
