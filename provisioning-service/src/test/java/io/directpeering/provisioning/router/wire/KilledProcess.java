package io.directpeering.provisioning.router.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.host.Trail;

/// A process that changes a router and gets SIGKILL after a step of it.
public abstract class KilledProcess {

    private static final int SIGKILLED = 128 + 9;

    /// Opens the router that the settings lead to.
    protected abstract Router open(Map<String, String> settings, Trail trail);

    /// @return whether it was killed; else the change had fewer steps
    static boolean run(
            Class<? extends KilledProcess> kind,
            Map<String, String> settings,
            int step,
            UUID connection,
            Policy policy,
            FamilySpec family) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                kind.getName(),
                String.valueOf(step),
                connection.toString(),
                policy.name(),
                family.peerAddress(),
                family.operatorAddress()));
        settings.forEach((name, value) -> words.add(name + "=" + value));
        try {
            var process = new ProcessBuilder(words).inheritIO().start();
            var code = process.waitFor();
            if (code != 0 && code != SIGKILLED) {
                throw new IllegalStateException("neither killed nor done: " + code);
            }
            return code == SIGKILLED;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected final void live(String[] args) {
        var step = Integer.parseInt(args[0]);
        var spec = spec(UUID.fromString(args[1]), args[3], args[4]);
        var settings = new java.util.HashMap<String, String>();
        for (int i = 5; i < args.length; i++) {
            var at = args[i].indexOf('=');
            settings.put(args[i].substring(0, at), args[i].substring(at + 1));
        }
        var steps = new AtomicInteger();
        open(settings, _ -> {
                    if (steps.incrementAndGet() == step) {
                        killMyself();
                    }
                })
                .apply(spec, Policy.valueOf(args[2]));
    }

    static SessionSpec spec(UUID connection, String peer, String operator) {
        var family = new FamilySpec(io.directpeering.provisioning.router.Family.IPV4, peer, operator, 31, 500);
        return new SessionSpec(connection, "et0", 64_500, 64_000, new Authentication.None(), List.of(family));
    }

    private static void killMyself() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start();
            new CountDownLatch(1).await();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
