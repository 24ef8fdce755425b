package io.directpeering.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.benchmarks.figure.Latencies;
import io.directpeering.benchmarks.figure.Walked;
import io.directpeering.benchmarks.machine.ProcessTree;
import io.directpeering.benchmarks.machine.Watch;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Contenders;
import io.directpeering.benchmarks.work.Load;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.benchmarks.work.Walks;

/// The JVM of one trial.
public final class TrialMain {

    /// At 60 a second or more the most steps that were seen under way at a time.
    private static final int OPEN_CLIENTS = 64;

    private static final int WARM_UP_CLIENTS = 16;

    private TrialMain() {}

    public static void main(String[] args) {
        Answering.answer(args, Trial.class, TrialMain::run);
    }

    private static Walked run(Trial trial, Path scratch) throws Exception {
        var clients = trial.load() instanceof Load.Closed(var number) ? number : OPEN_CLIENTS;
        var contender = Contenders.called(trial.contender()).orElseThrow();
        Files.createDirectories(scratch);
        try (var started =
                contender.start(new Surroundings(trial.durability(), scratch, trial.registryUrl(), clients))) {
            return measured(trial, started);
        }
    }

    private static Walked measured(Trial trial, Contender contender) throws Exception {
        // As fast as they go.
        new Walks(contender, new Load.Closed(WARM_UP_CLIENTS)).walk(peerings(trial.before()), new Latencies());
        demandRemoved(contender, trial.before());
        var before = contender.stored();
        var latencies = new Latencies();
        var processes = new ProcessTree(contender.processes());
        var elapsed = watched(trial, processes, new Walks(contender, trial.load()), latencies);
        var stored = contender.stored().minus(before);
        demandRemoved(contender, trial.before() + trial.peerings());
        var transitions = (double) trial.peerings() * Step.inOrder().size();
        return new Walked(
                trial.contender(),
                trial.durability(),
                trial.load().words(),
                trial.round(),
                trial.peerings(),
                elapsed.seconds(),
                trial.peerings() / elapsed.seconds(),
                transitions / elapsed.seconds(),
                latencies.percentiles(),
                elapsed.cpuMicros() / transitions,
                perPeering(stored, trial.peerings()),
                processes.residentMiB(),
                elapsed.othersCores(),
                elapsed.loadAverage());
    }

    private static Watch.Elapsed watched(Trial trial, ProcessTree processes, Walks walks, Latencies latencies)
            throws IOException, InterruptedException {
        try (var _ = trial.profiles().isEmpty() ? null : new Profile(Path.of(trial.profiles()), trial.name())) {
            var watch = Watch.start(processes);
            walks.walk(peerings(trial.peerings()), latencies);
            return watch.stop();
        }
    }

    private static void demandRemoved(Contender contender, int number) throws Exception {
        var standing = contender.byState();
        if (!standing.equals(Map.of(Step.REMOVE.state(), (long) number))) {
            throw new IllegalStateException("All %d peerings should be %s, but they stand so: %s"
                    .formatted(number, Step.REMOVE.state(), standing));
        }
    }

    private static Stored perPeering(Stored all, int peerings) {
        return new Stored(all.database() / peerings, all.writeAheadLog() / peerings, all.log() / peerings);
    }

    private static List<UUID> peerings(int number) {
        return Stream.generate(UUID::randomUUID).limit(number).toList();
    }
}
