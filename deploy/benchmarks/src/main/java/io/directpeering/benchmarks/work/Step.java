package io.directpeering.benchmarks.work;

import java.util.List;

/// One durable transition. All contenders take the same seven: those on the straight way from request to removal in the
/// life cycle's table.
public enum Step {
    REQUEST("PeeringRequested", "PendingApproval"),
    APPROVE("Approved", "ProvisioningStarted"),
    WIRE("WiringCompleted", "ProvisioningCompleted"),
    PROVISION("BgpSessionProvisioned", "Validating"),
    VALIDATE("BgpValidated", "Active"),
    DEPROVISION("DeprovisionRequested", "PendingRemove"),
    REMOVE("Deprovisioned", "Removed");

    private static final List<Step> IN_ORDER = List.of(values());

    private final String fact;
    private final String state;

    Step(String fact, String state) {
        this.fact = fact;
        this.state = state;
    }

    public static List<Step> inOrder() {
        return IN_ORDER;
    }

    /// Name of what happened.
    public String fact() {
        return fact;
    }

    /// State that it leads to.
    public String state() {
        return state;
    }

    /// State that it starts from.
    ///
    /// @throws IllegalStateException it is the first
    public String from() {
        if (this == REQUEST) {
            throw new IllegalStateException("Nothing is before the request.");
        }
        return IN_ORDER.get(ordinal() - 1).state;
    }
}
