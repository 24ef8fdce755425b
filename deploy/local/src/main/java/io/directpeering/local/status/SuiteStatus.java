package io.directpeering.local.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.directpeering.local.cluster.Brokers;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import io.directpeering.local.process.PidFile;
import io.directpeering.local.suite.Health;
import io.directpeering.local.suite.Leftovers;
import io.directpeering.local.suite.RunState;

/// The suite as it is at this moment.
///
/// @param layout as the suite runs, or as it would
/// @param scale  likewise
/// @param run    empty: no supervisor runs
public record SuiteStatus(Layout layout, Scale scale, Optional<RunState> run, List<Part> parts) {

    /// One process of the suite.
    ///
    /// @param address where it listens
    /// @param pid     empty: there is no such process
    /// @param ready   whether it takes traffic
    public record Part(String name, String address, Optional<Long> pid, boolean ready) {

        /// As people read it.
        public String state() {
            return ready ? "Ready" : pid.isPresent() ? "NotReady" : "Stopped";
        }
    }

    /// Looks.
    ///
    /// @param layout as this command's environment says; a running suite may have other ports
    public static SuiteStatus look(Layout layout) throws IOException, InterruptedException {
        var run = RunState.of(layout);
        var where = run.map(RunState::layout).orElse(layout);
        var scale = run.map(RunState::scale).orElse(Scale.SINGLE);
        var brokers = new Brokers(where, scale.brokers());
        var parts = new ArrayList<Part>();
        var supervisor = run.map(state -> state.supervisor().pid());
        var inside = run.filter(state -> state.phase() == RunState.Phase.READY).isPresent();
        parts.add(new Part("gateway", where.url(Port.GATEWAY), supervisor, inside));
        for (var replica : scale.all()) {
            parts.add(process(where, run.isPresent(), replica.name(), replica.url(where), replica.readiness(where)));
        }
        parts.add(
                process(where, run.isPresent(), "registry", where.registryUrl(), where.registryUrl() + "/system/info"));
        if (brokers.ask()) {
            for (var number : brokers.numbers().toArray()) {
                parts.add(broker(where, inside, number));
            }
        } else {
            parts.add(new Part("broker", where.address(Port.BROKER), supervisor, inside));
        }
        parts.add(new Part("database", where.address(Port.DATABASE), postmaster(where), inside));
        parts.add(new Part("mail sink", "smtp://" + where.address(Port.SMTP), supervisor, inside));
        return new SuiteStatus(where, scale, run, List.copyOf(parts));
    }

    /// `Stopped`, `Starting`, `Ready`, `Stopping`, or `Degraded` where a part of a running suite is not ready.
    public String state() {
        return run.map(state -> switch (state.phase()) {
                    case STARTING -> "Starting";
                    case STOPPING -> "Stopping";
                    case READY -> parts.stream().allMatch(Part::ready) ? "Ready" : "Degraded";
                })
                .orElse("Stopped");
    }

    public Brokers brokers() {
        return new Brokers(layout, scale.brokers());
    }

    /// Names of the databases.
    public static List<String> databases() {
        return Stream.concat(Stream.of(Services.values()).map(Services::database), Stream.of("registry"))
                .toList();
    }

    private static Part process(Layout layout, boolean runs, String name, String address, String readiness)
            throws IOException, InterruptedException {
        var pid = PidFile.of(layout.run(), name).process().map(ProcessHandle::pid);
        return new Part(name, address, pid, runs && Health.isUp(readiness));
    }

    private static Part broker(Layout layout, boolean runs, int number) throws IOException {
        var name = "broker-" + number;
        var pid = PidFile.of(layout.run(), name).process().map(ProcessHandle::pid);
        return new Part(name, layout.address(Port.BROKER, number), pid, runs && pid.isPresent());
    }

    private static Optional<Long> postmaster(Layout layout) throws IOException {
        return Leftovers.postmaster(layout).map(ProcessHandle::pid);
    }
}
