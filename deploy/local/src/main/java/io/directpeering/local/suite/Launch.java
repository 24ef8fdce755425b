package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.local.Trouble;
import io.directpeering.local.cache.Caches;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Replica;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.LogFile;

/// How a process of a service is started.
public record Launch(Settings settings, Caches caches) {

    private static final Scale ONE_OF_SEVERAL = new Scale(2, 1);

    /// Beside a suite that runs, as one more of its processes.
    public static Launch beside(Layout layout) throws IOException {
        var settings = new Settings(layout, ONE_OF_SEVERAL, Operator.of(layout), Secret.DATABASE_PASSWORD.of(layout));
        return new Launch(settings, Caches.of(layout.root()));
    }

    /// @throws Trouble     it is not built
    /// @throws IOException a secret of this installation cannot be read
    public Child of(Replica replica) throws IOException {
        var layout = settings.layout();
        var service = replica.service().serviceName();
        var jar = replica.jar(layout);
        if (!Files.exists(jar)) {
            throw new Trouble("%s is not built: there is no %s. ./peering build makes it.".formatted(service, jar));
        }
        var command = new ArrayList<>(List.of(Child.java()));
        // Quick to start and small, which is what one machine needs; see JavaOptions for who wants it otherwise.
        command.addAll(List.of("-Xmx160m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(JavaOptions.more());
        command.addAll(caches.options(service, jar));
        command.addAll(List.of("-jar", jar.toString()));
        return new Child(
                replica.name(),
                List.copyOf(command),
                settings.of(replica),
                layout.data(replica.name()),
                new LogFile(layout.log(replica.name())));
    }
}
