package io.directpeering.approval.policyfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.directpeering.approval.policy.Policy;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/// What requests are judged by: the policy named by the setting, or the one that comes with the service; and the list
/// of where peers are present, if there is one.
final class PolicyInForce {

    /// A file that cannot be used ends the service before it takes anything in.
    private static final int AHEAD_OF_SCHEDULER_AND_CHANNELS = -1000;

    /// @throws ConfigurationException one line that says what is wrong with the file
    @Produces
    @Singleton
    @Startup(AHEAD_OF_SCHEDULER_AND_CHANNELS)
    Policy policy(PolicySettings settings) {
        try (var yaml = open(settings.file())) {
            return PolicyFile.read(yaml);
        } catch (UnusablePolicy | IOException unusable) {
            throw new ConfigurationException("policy: "
                    + settings.file().map(Path::toString).orElse("policy.yaml of this service") + " cannot be used: "
                    + unusable.getMessage());
        }
    }

    /// @throws ConfigurationException one line that says what is wrong with the file
    @Produces
    @Singleton
    @Startup(AHEAD_OF_SCHEDULER_AND_CHANNELS)
    Presences presences(PolicySettings settings) {
        if (settings.presenceFile().isEmpty()) {
            return Presences.unknown();
        }
        var file = settings.presenceFile().get();
        try (var json = Files.newInputStream(file)) {
            return Presences.read(json);
        } catch (IOException unusable) {
            throw new ConfigurationException("policy: the list of presences " + file + " cannot be used: "
                    + String.valueOf(unusable.getMessage()).lines().findFirst().orElse("it cannot be read"));
        }
    }

    private static InputStream open(Optional<Path> file) throws IOException {
        return file.isPresent()
                ? Files.newInputStream(file.get())
                : Objects.requireNonNull(
                        PolicyInForce.class.getResourceAsStream("/policy.yaml"), "policy.yaml comes with the service");
    }
}
