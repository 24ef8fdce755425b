package io.directpeering.approval.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "peering.registration")
interface RegistrationSettings {

    /// Whether a registration that fails no hard rule is approved by the policy itself. One that fails a hard rule
    /// always waits for a person.
    @WithDefault("true")
    boolean autoApprove();
}
