package io.directpeering.benchmarks.code;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.directpeering.benchmarks.figure.Reading;
import io.directpeering.benchmarks.machine.ProcessTree;
import io.directpeering.benchmarks.machine.Watch;
import io.directpeering.request.topology.FactBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Time and memory that a fact takes, in a JVM of its own.
///
/// @param log of JMH
/// @param quick a few seconds instead of a minute each
public record Microscope(Path log, boolean quick) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /// @throws IOException a benchmark failed; the log says why
    public List<Reading> look() throws IOException {
        var watch = Watch.start(new ProcessTree(List.of(ProcessHandle.current())));
        var options = new OptionsBuilder()
                .include(FactBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 2 : 5)
                .measurementIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(2))
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
        try {
            var readings = new ArrayList<Reading>();
            for (var result : new Runner(options).run()) {
                var during = watch.stop();
                readings.add(reading(result, "", result.getPrimaryResult(), "ns", during));
                readings.add(reading(result, ", memory", allocated(result), "bytes", during));
            }
            return List.copyOf(readings);
        } catch (RunnerException e) {
            throw new IOException(e.getMessage() + " (" + log + ")", e);
        }
    }

    private static Result<?> allocated(RunResult of) {
        return Objects.requireNonNull(of.getSecondaryResults().get(ALLOCATED), "The profiler is on");
    }

    private static Reading reading(RunResult of, String what, Result<?> result, String unit, Watch.Elapsed during) {
        var name = of.getParams().getBenchmark();
        return new Reading(
                name.substring(name.lastIndexOf('.') + 1) + ", per fact" + what,
                0,
                result.getScore(),
                unit,
                "",
                during.othersCores(),
                during.loadAverage());
    }
}
