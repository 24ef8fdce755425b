package io.directpeering.provisioning.router.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/// What tests with real daemons need of the machine.
final class Needs {

    private Needs() {}

    /// Ends the test as skipped, saying what is missing; as failed where the machine is said to have it all.
    static void demand(String... programs) {
        var missing = missing(programs);
        if (Boolean.parseBoolean(System.getenv("PEERING_ROUTERS_REQUIRED"))) {
            assertThat(missing)
                    .as("PEERING_ROUTERS_REQUIRED is set, so real routers are not skipped")
                    .isEmpty();
        }
        if (!missing.isEmpty()) {
            var message = "SKIPPED: no test with real routers ran, because the machine lacks " + missing
                    + ". As root on Debian: deploy/lab/install";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    private static List<String> missing(String... programs) {
        var missing = new ArrayList<String>();
        for (var program : programs) {
            if (!Files.isExecutable(Path.of(program))) {
                missing.add(program);
            }
        }
        if (missing.isEmpty() && !makesNamespaces()) {
            missing.add("the right to make network namespaces (root)");
        }
        return missing;
    }

    private static boolean makesNamespaces() {
        var probe = "dp-probe-" + ProcessHandle.current().pid();
        try {
            Wire.run("ip", "netns", "add", probe);
            Wire.run("ip", "netns", "del", probe);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
