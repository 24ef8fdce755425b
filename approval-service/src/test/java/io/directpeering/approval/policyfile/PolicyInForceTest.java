package io.directpeering.approval.policyfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What ends the start, and what it says then.
class PolicyInForceTest {

    @TempDir
    Path folder;

    private record Settings(Optional<Path> file, Optional<Path> presenceFile) implements PolicySettings {}

    @Test
    void withoutASettingThePolicyOfTheServiceIsInForce() {
        // When
        var policy = new PolicyInForce().policy(new Settings(Optional.empty(), Optional.empty()));

        // Then
        assertThat(policy.rules()).hasSize(14);
    }

    @Test
    void policyThatCannotBeUsedIsNamedInOneLine() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("mine.yaml"), """
                version: "1"
                fourEyes: {approvals: 1, twoAboveMbps: 0, twoWhenOverridden: []}
                rules:
                  - {id: a, severity: Harsh, title: A., appliesTo: [Request], check: {kind: NocContact}}
                """);

        // When, then
        assertThatThrownBy(() -> new PolicyInForce().policy(new Settings(Optional.of(file), Optional.empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("policy: " + file
                        + " cannot be used: rule 'a': unknown severity 'Harsh'; known are Hard, Soft, Advisory");
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        // Given
        var nowhere = Optional.of(folder.resolve("nowhere"));

        // When, then
        assertThatThrownBy(() -> new PolicyInForce().policy(new Settings(nowhere, Optional.empty())))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> new PolicyInForce().presences(new Settings(Optional.empty(), nowhere)))
                .hasMessageContaining("nowhere");
    }

    @Test
    void listOfPresencesThatCannotBeUsedIsNamedInOneLine() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("netfac.json"), "{\"data\": [{\"local_asn\": 1}]}");

        // When, then
        assertThatThrownBy(() -> new PolicyInForce().presences(new Settings(Optional.empty(), Optional.of(file))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("policy: the list of presences " + file + " cannot be used: ")
                .hasMessageNotContaining("\n");
    }
}
