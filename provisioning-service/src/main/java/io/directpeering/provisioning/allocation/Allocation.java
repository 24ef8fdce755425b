package io.directpeering.provisioning.allocation;

import java.util.List;

/// What a connection was given.
public sealed interface Allocation {

    /// A port and a session prefix per wanted family.
    record Allocated(PortAssignment port, List<SessionNet> nets) implements Allocation {}

    /// Nothing.
    ///
    /// @param reason for the peer and the operator: what lacks, and the way out
    record Impossible(String reason) implements Allocation {}
}
