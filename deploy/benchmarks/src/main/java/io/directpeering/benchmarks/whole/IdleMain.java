package io.directpeering.benchmarks.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.directpeering.benchmarks.figure.Reading;
import io.directpeering.benchmarks.machine.ProcessTree;
import io.directpeering.benchmarks.machine.Watch;
import io.directpeering.benchmarks.trial.Answering;
import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.local.layout.Services;

/// Looks at a suite that nobody speaks to, as `./peering up` starts it, while some peerings are Active: what it takes
/// to watch their sessions, to keep time and to wait.
public final class IdleMain {

    /// Until what was done before is digested.
    private static final int SETTLE_SECONDS = 30;

    private IdleMain() {}

    public static void main(String[] args) {
        Answering.answer(args, Idle.class, IdleMain::run);
    }

    private static List<Reading> run(Idle task, Path scratch) throws Exception {
        var surroundings = new Surroundings(
                Durability.strict, Files.createDirectories(scratch), task.registryUrl(), task.peerings());
        try (var suite = Suite.start(surroundings, "")) {
            for (int number = 0; number < task.peerings(); number++) {
                var peering = UUID.randomUUID();
                for (var step : Step.inOrder().subList(0, Step.DEPROVISION.ordinal())) {
                    suite.take(peering, step);
                }
            }
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            return looked(task, suite);
        }
    }

    private static List<Reading> looked(Idle task, Suite suite) throws Exception {
        var each = new ArrayList<ProcessHandle>();
        var begun = new ArrayList<Watch>();
        for (var service : Services.values()) {
            each.add(suite.process(service.serviceName()));
            begun.add(Watch.start(new ProcessTree(List.of(each.getLast()))));
        }
        var services = new ProcessTree(List.copyOf(each));
        var all = Watch.start(services);
        System.err.printf("  looking at it for %d s%n", task.seconds());
        TimeUnit.SECONDS.sleep(task.seconds());
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < begun.size(); i++) {
            var name = Services.values()[i].serviceName();
            readings.add(cpu("idle: CPU of " + name, task, "", begun.get(i).stop()));
        }
        var elapsed = all.stop();
        readings.add(cpu("idle: CPU of all services", task, "≤ 5", elapsed));
        readings.add(new Reading(
                "idle: memory of all services",
                task.peerings(),
                services.residentMiB(),
                "MiB",
                "≤ 900",
                elapsed.othersCores(),
                elapsed.loadAverage()));
        return List.copyOf(readings);
    }

    private static Reading cpu(String what, Idle task, String goal, Watch.Elapsed during) {
        return new Reading(
                what,
                task.peerings(),
                during.cpuMicros() / during.seconds() / 1e4,
                "% of core",
                goal,
                during.othersCores(),
                during.loadAverage());
    }
}
