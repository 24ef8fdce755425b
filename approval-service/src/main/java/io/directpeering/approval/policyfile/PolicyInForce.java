package io.directpeering.approval.policyfile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.directpeering.approval.policy.Policy;
import io.quarkus.runtime.Startup;

/// The policy that requests are judged by: the file named by the setting, or the one that comes with the service.
final class PolicyInForce {

    @Produces
    @Singleton
    @Startup
    Policy policy(PolicySettings settings) {
        try (var yaml = settings.file().isPresent()
                ? Files.newInputStream(settings.file().get())
                : PolicyInForce.class.getResourceAsStream("/policy.yaml")) {
            return PolicyFile.read(Objects.requireNonNull(yaml, "policy.yaml comes with the service"));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The policy " + settings.file().map(Object::toString).orElse("policy.yaml of this service")
                            + " cannot be used: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
