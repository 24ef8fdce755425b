package io.directpeering.request.asn;

import io.directpeering.events.ValidationState;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How registrations are handled.
@ConfigMapping(prefix = "peering.registration")
interface RegistrationSettings {

    /// Who approves a new registration.
    @WithDefault("automatic")
    Approval approval();

    /// Who approves a new registration.
    enum Approval {
        /// It is approved as soon as it is valid.
        AUTOMATIC(ValidationState.Approved),
        /// It waits for the operator.
        REVIEWED(ValidationState.Pending);

        private final ValidationState initialState;

        Approval(ValidationState initialState) {
            this.initialState = initialState;
        }

        ValidationState initialState() {
            return initialState;
        }
    }
}
