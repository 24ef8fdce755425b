package io.directpeering.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.directpeering.benchmarks.code.Microscope;
import io.directpeering.benchmarks.figure.Plot;
import io.directpeering.benchmarks.figure.Reading;
import io.directpeering.benchmarks.figure.Results;
import io.directpeering.benchmarks.figure.Table;
import io.directpeering.benchmarks.figure.Walked;
import io.directpeering.benchmarks.machine.Machine;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
            names = "--from",
            paramLabel = "FILE",
            description = "measure nothing, but show what an earlier run has left as its raw results")
    private @Nullable Path from;

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
        if (from != null) {
            show(new JsonMapper().readValue(from.toFile(), Results.class));
            return 0;
        }
        var home = Path.of(System.getProperty("peering.home", ".local")).resolve("benchmarks");
        var at = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        var failed = new ArrayList<String>();
        var walks = List.<Walked>of();
        var readings = new ArrayList<Reading>();
        var onlyCode = groups.equals(EnumSet.of(Group.code));
        if (!onlyCode) {
            try (var shared = new SharedRegistry(home)) {
                var process = new TrialProcess(home);
                walks = walk(process, shared, failed);
                if (groups.contains(Group.queries)) {
                    readings.addAll(ask(process, shared, failed));
                }
                if (groups.contains(Group.idle)) {
                    readings.addAll(idle(process, shared, failed));
                }
            }
        }
        if (groups.contains(Group.code)) {
            readings.addAll(look(home, failed));
        }
        var results = new Results(Machine.here(), at.toString(), command(), walks, readings, failed);
        print(
                results,
                Files.createDirectories(home).resolve("results-" + at.toString().replace(":", "") + ".json"));
        return failed.isEmpty() ? 0 : FAILED;
    }

    private List<Walked> walk(TrialProcess process, SharedRegistry registry, List<String> failed) throws Exception {
        var plan = new Plan(
                groups,
                contenders,
                classes,
                loads.isEmpty() ? quick ? QUICK_LOADS : ALL_LOADS : loads,
                orDefault(peerings, QUICK_PEERINGS, 3_000),
                orDefault(rounds, 1, 5));
        var trials = plan.trials(registry.url());
        var walks = new ArrayList<Walked>();
        for (int i = 0; i < trials.size(); i++) {
            var trial = trials.get(i);
            System.err.printf("%d of %d: %s%n", i + 1, trials.size(), trial.words());
            tried(trial.words(), failed, () -> process.run(TrialMain.class, trial, Walked.class, List.of()))
                    .ifPresent(walks::add);
        }
        return List.copyOf(walks);
    }

    private List<Reading> ask(TrialProcess process, SharedRegistry registry, List<String> failed) throws Exception {
        var task = new Many(orDefault(many, QUICK_MANY, 1_000_000), registry.url());
        System.err.printf("queries: %,d peerings%n", task.peerings());
        return tried("queries", failed, () -> process.run(ManyMain.class, task, Reading[].class, HEAP_OF_MANY))
                .map(List::of)
                .orElse(List.of());
    }

    private List<Reading> idle(TrialProcess process, SharedRegistry registry, List<String> failed) throws Exception {
        var task = new Idle(IDLE_PEERINGS, quick ? QUICK_IDLE_SECONDS : IDLE_SECONDS, registry.url());
        System.err.printf("idle: %d s%n", task.seconds());
        return tried("idle", failed, () -> process.run(IdleMain.class, task, Reading[].class, List.of()))
                .map(List::of)
                .orElse(List.of());
    }

    private List<Reading> look(Path home, List<String> failed) throws Exception {
        var log = home.resolve("jmh.log");
        System.err.println("code: some benchmarks, up to minutes (how far they are: " + log + ")");
        return tried("code", failed, () -> new Microscope(log, quick).look()).orElse(List.of());
    }

    /// Something to measure; what fails is told, and the others go on.
    private static <T> Optional<T> tried(String what, List<String> failed, Callable<T> measurement) throws Exception {
        try {
            return Optional.of(measurement.call());
        } catch (IOException e) {
            System.err.println("  failed: " + e.getMessage());
            failed.add(what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private int orDefault(int wanted, int inQuick, int otherwise) {
        return wanted > 0 ? wanted : quick ? inQuick : otherwise;
    }

    private String command() {
        return "./peering bench " + groups + (quick ? " --quick" : "");
    }

    private void print(Results results, Path raw) throws IOException {
        Files.writeString(raw, written(results) + "\n");
        System.err.println("Raw results: " + raw);
        show(results);
    }

    private void show(Results results) throws IOException {
        switch (output) {
            case json -> System.out.println(written(results));
            case text -> new Table(System.out).print(results);
        }
        if (plot != null) {
            Files.writeString(plot, Plot.of(results.walks()));
        }
    }

    private static String written(Results results) throws IOException {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results);
    }
}
