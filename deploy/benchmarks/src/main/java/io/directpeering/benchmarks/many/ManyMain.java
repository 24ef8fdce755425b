package io.directpeering.benchmarks.many;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.directpeering.benchmarks.figure.Reading;
import io.directpeering.benchmarks.machine.ProcessTree;
import io.directpeering.benchmarks.machine.Watch;
import io.directpeering.benchmarks.ours.JudgeParts;
import io.directpeering.benchmarks.parts.LogBroker;
import io.directpeering.benchmarks.trial.Answering;
import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Surroundings;

/// Fills a judge's stores, asks them, starts it again with them, and starts it again without them.
public final class ManyMain {

    static final int PARTITIONS = 4;

    private static final long LOOK_EVERY_MILLIS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Many task;
    private final Path stores;
    private final LogBroker broker;
    private final Population population;
    private final List<Reading> readings = new ArrayList<>();

    private ManyMain(Many task, Path scratch, LogBroker broker) {
        this.task = task;
        this.stores = scratch.resolve("stores");
        this.broker = broker;
        this.population = new Population(task.peerings());
    }

    public static void main(String[] args) {
        Answering.answer(args, Many.class, ManyMain::run);
    }

    private static List<Reading> run(Many task, Path scratch) throws Exception {
        Files.createDirectories(scratch);
        try (var broker =
                LogBroker.withTopics(new Surroundings(Durability.replicated, scratch, task.registryUrl(), 1))) {
            return new ManyMain(task, scratch, broker).all();
        }
    }

    private List<Reading> all() throws Exception {
        try (var judge = start()) {
            fill(judge);
            ask(judge);
        }
        again("restart with its stores", "≤ 3");
        delete(stores);
        again("restore without its stores", "≤ 6 a million");
        return List.copyOf(readings);
    }

    private JudgeParts start() throws InterruptedException {
        return new JudgeParts(broker.bootstrapServers(), task.registryUrl(), stores).awaitReady();
    }

    private void fill(JudgeParts judge) throws Exception {
        var watch = Watch.start(here());
        population.fill(judge);
        var elapsed = watch.stop();
        tell("facts judged as fast as they go", population.facts() / elapsed.seconds(), "facts/s", "", elapsed);
        tell(
                "CPU of a fact, broker and load with it",
                elapsed.cpuMicros() / (double) population.facts(),
                "µs",
                "",
                elapsed);
        tell("in the log, per peering", broker.stored().log() / (double) task.peerings(), "bytes", "", elapsed);
        tell("on the judge's disk, per peering", bytes(stores) / (double) task.peerings(), "bytes", "", elapsed);
        System.gc();
        tell("memory of broker, judge and load", here().residentMiB(), "MiB", "", elapsed);
    }

    private void ask(JudgeParts judge) throws Exception {
        var asking = new Asking(judge, task.peerings());
        demandAll(asking);
        for (var filter : Asking.filters().entrySet()) {
            measured(
                    "list page of 100, " + filter.getKey() + ", p99",
                    "ms",
                    "≤ 50",
                    () -> asking.pages(filter.getValue()).percentiles().p99());
        }
        measured(
                "count by state, p99",
                "ms",
                "",
                () -> asking.counts().percentiles().p99());
        measured("key reads by one caller", "reads/s", "≥ 10,000", asking::keysPerSecond);
    }

    private void again(String what, String goal) throws Exception {
        var watch = Watch.start(here());
        try (var judge = start()) {
            var judging = watch.stop();
            tell(what + ", until it judges", judging.seconds(), "s", goal, judging);
            var asking = new Asking(judge, task.peerings());
            awaitWhole(asking);
            var listing = watch.stop();
            tell(what + ", until it lists", listing.seconds(), "s", "", listing);
            demandAll(asking);
        }
    }

    /// The judge goes on as soon as it has its stores; lists and counts need the index over them, too.
    private static void awaitWhole(Asking asking) throws InterruptedException {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); asking.counted().isEmpty(); ) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Some partitions are still missing after " + PATIENCE);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void measured(String what, String unit, String goal, Callable<Double> figure) throws Exception {
        var watch = Watch.start(here());
        tell(what, figure.call(), unit, goal, watch.stop());
    }

    private void tell(String what, double value, String unit, String goal, Watch.Elapsed during) {
        System.err.printf("  %s: %,.2f %s%n", what, value, unit);
        readings.add(new Reading(what, task.peerings(), value, unit, goal, during.othersCores(), during.loadAverage()));
    }

    /// @throws IllegalStateException other peerings are known than were stated
    private void demandAll(Asking asking) {
        var expected =
                Step.inOrder().stream().collect(Collectors.toMap(Step::state, step -> (long) population.at(step)));
        var standing = asking.byState();
        if (!standing.equals(expected)) {
            throw new IllegalStateException("There should be " + expected + ", and there are " + standing);
        }
    }

    private static ProcessTree here() {
        return new ProcessTree(List.of(ProcessHandle.current()));
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
