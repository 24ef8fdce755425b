package io.directpeering.backends;

import java.util.Map;
import java.util.Objects;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Starts a Quarkus service under test on the [Backends].
///
/// Use: `@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value =
/// "request"))`
public final class ServiceBackends implements QuarkusTestResourceLifecycleManager {

    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = Objects.requireNonNull(arguments.get("database"), "initArgs need a database");
    }

    @Override
    public Map<String, String> start() {
        return Backends.shared().settings(database);
    }

    @Override
    public void stop() {
        // They end with the JVM: the next test class uses them too.
    }
}
