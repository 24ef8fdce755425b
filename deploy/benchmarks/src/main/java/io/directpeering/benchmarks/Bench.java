package io.directpeering.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.benchmarks.code.Microscope;
import io.directpeering.benchmarks.figure.Plot;
import io.directpeering.benchmarks.figure.RawResults;
import io.directpeering.benchmarks.figure.Reading;
import io.directpeering.benchmarks.figure.Results;
import io.directpeering.benchmarks.figure.Table;
import io.directpeering.benchmarks.figure.Walked;
import io.directpeering.benchmarks.many.Many;
import io.directpeering.benchmarks.many.ManyMain;
import io.directpeering.benchmarks.trial.Plan;
import io.directpeering.benchmarks.trial.TrialMain;
import io.directpeering.benchmarks.trial.TrialProcess;
import io.directpeering.benchmarks.whole.Idle;
import io.directpeering.benchmarks.whole.IdleMain;
import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Group;
import io.directpeering.benchmarks.work.Load;
import io.directpeering.local.suite.Logging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import static java.util.Objects.requireNonNull;

/// Measures what is asked for, says on the way how far it is, and prints the figures.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the life cycle beside what people would run it on instead.",
            "Without a group: all of them. deploy/benchmarks/README.md says what each measures."
        })
public final class Bench implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int QUICK_PEERINGS = 300;
    private static final int QUICK_MANY = 50_000;
    private static final int IDLE_PEERINGS = 20;
    private static final int IDLE_SECONDS = 300;
    private static final int QUICK_IDLE_SECONDS = 60;

    /// Broker, judge and load are in one JVM.
    private static final List<String> HEAP_OF_MANY = List.of("-Xmx2g");

    private static final List<Load> ALL_LOADS =
            List.of(new Load.Closed(16), new Load.Closed(64), new Load.Open(60), new Load.Open(500));
    private static final List<Load> QUICK_LOADS = List.of(new Load.Closed(16), new Load.Open(60));

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "GROUP", description = "${COMPLETION-CANDIDATES}")
    private Set<Group> groups = EnumSet.allOf(Group.class);

    @Option(names = "--quick", description = "one small round: whether it works, and roughly how fast")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "of every trial; by default 5, or 1 with --quick")
    private int rounds;

    @Option(names = "--peerings", paramLabel = "N", description = "measured in a trial; by default 3000, or 300")
    private int peerings;

    @Option(names = "--many", paramLabel = "N", description = "in the store of queries; by default 1000000, or 50000")
    private int many;

    @Option(names = "--durability", paramLabel = "CLASS", description = "${COMPLETION-CANDIDATES}; by default both")
    private List<Durability> classes = List.of(Durability.values());

    @Option(names = "--only", paramLabel = "CONTENDER", description = "some contenders of the groups")
    private Set<String> contenders = Set.of();

    @Option(
            names = "--load",
            paramLabel = "LOAD",
            converter = LoadOption.class,
            description =
                    "clients, as 16, or steps a second, as 60/s; by default 16, 64, 60/s and 500/s, or 16 and 60/s")
    private List<Load> loads = List.of();

    @Option(names = "--output", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Output output = Output.text;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "draw the contenders' figures, too, as a picture (SVG)")
    private @Nullable Path plot;

    @Option(
            names = "--profile",
            paramLabel = "FOLDER",
            description = "draw flame graphs of each trial, too: time and memory. It costs a little of both.")
    private @Nullable Path profiles;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "measure nothing, but show what an earlier run has left as its raw results, or what several have")
    private List<Path> from = List.of();

    static final class LoadOption implements ITypeConverter<Load> {

        @Override
        public Load convert(String written) {
            try {
                return Load.of(written);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    enum Output {
        text,
        json
    }

    public static void main(String[] args) {
        Logging.silence();
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (!from.isEmpty()) {
            var runs = earlier();
            show(runs, together(runs));
            return 0;
        }
        var home = Path.of(System.getProperty("peering.home", ".local")).resolve("benchmarks");
        var raw = new RawResults(home, command());
        if (!groups.equals(EnumSet.of(Group.code))) {
            try (var registry = new SharedRegistry(home)) {
                walk(new TrialProcess(home), registry, raw);
                readMany(new TrialProcess(home), registry, raw);
                idle(new TrialProcess(home), registry, raw);
            }
        }
        look(home, raw);
        System.err.println("Raw results: " + raw.file());
        show(List.of(raw.soFar()), raw.soFar());
        return raw.soFar().failed().isEmpty() ? 0 : FAILED;
    }

    private List<Results> earlier() {
        try {
            var runs = new ArrayList<Results>();
            for (var file : from) {
                runs.add(RawResults.read(file));
            }
            return runs;
        } catch (IOException e) {
            throw new ParameterException(commandLine(), "--from: " + e.getMessage());
        }
    }

    private Results together(List<Results> runs) {
        try {
            return runs.stream().reduce(Results::and).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), "--from: " + e.getMessage());
        }
    }

    private void walk(TrialProcess process, SharedRegistry registry, RawResults raw) throws Exception {
        var plan = new Plan(
                groups,
                contenders,
                classes,
                loads.isEmpty() ? quick ? QUICK_LOADS : ALL_LOADS : loads,
                orDefault(peerings, QUICK_PEERINGS, 3_000),
                orDefault(rounds, 1, 5));
        var trials = plan.trials(
                registry.url(),
                profiles == null ? "" : profiles.toAbsolutePath().toString());
        for (int i = 0; i < trials.size(); i++) {
            var trial = trials.get(i);
            System.err.printf("%d of %d: %s%n", i + 1, trials.size(), trial.words());
            tried(trial.words(), raw, () -> raw.add(process.run(TrialMain.class, trial, Walked.class, List.of())));
        }
    }

    private void readMany(TrialProcess process, SharedRegistry registry, RawResults raw) throws Exception {
        if (groups.contains(Group.queries)) {
            var task = new Many(orDefault(many, QUICK_MANY, 1_000_000), registry.url());
            System.err.printf("queries: %,d peerings%n", task.peerings());
            tried(
                    "queries",
                    raw,
                    () -> raw.add(List.of(process.run(ManyMain.class, task, Reading[].class, HEAP_OF_MANY))));
        }
    }

    private void idle(TrialProcess process, SharedRegistry registry, RawResults raw) throws Exception {
        if (groups.contains(Group.idle)) {
            var task = new Idle(IDLE_PEERINGS, quick ? QUICK_IDLE_SECONDS : IDLE_SECONDS, registry.url());
            System.err.printf("idle: %d s%n", task.seconds());
            tried("idle", raw, () -> raw.add(List.of(process.run(IdleMain.class, task, Reading[].class, List.of()))));
        }
    }

    private void look(Path home, RawResults raw) throws Exception {
        if (groups.contains(Group.code)) {
            var log = home.resolve("jmh.log");
            System.err.println("code: some benchmarks, up to minutes (how far they are: " + log + ")");
            tried("code", raw, () -> raw.add(new Microscope(log, quick).look()));
        }
    }

    /// Something to measure.
    @FunctionalInterface
    private interface Measurement {
        void run() throws Exception;
    }

    /// What fails is told, and the others go on.
    private static void tried(String what, RawResults raw, Measurement measurement) throws Exception {
        try {
            measurement.run();
        } catch (IOException e) {
            System.err.println("  failed: " + e.getMessage());
            raw.addFailed(what + ": " + e.getMessage());
        }
    }

    private int orDefault(int wanted, int inQuick, int otherwise) {
        return wanted > 0 ? wanted : quick ? inQuick : otherwise;
    }

    private String command() {
        return Stream.concat(Stream.of("./peering bench"), commandLine().getParseResult().originalArgs().stream())
                .collect(Collectors.joining(" "));
    }

    private CommandLine commandLine() {
        return requireNonNull(spec, "picocli sets it").commandLine();
    }

    private void show(List<Results> runs, Results together) throws IOException {
        switch (output) {
            case json -> System.out.println(RawResults.written(together));
            // Each by itself: ratios are of one run.
            case text -> runs.forEach(new Table(System.out)::print);
        }
        if (plot != null) {
            Files.writeString(plot, Plot.of(together.walks()));
        }
    }
}
