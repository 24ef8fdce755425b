package io.directpeering.provisioning.router;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// One edge router. Callers see to it that one of them at a time writes.
public interface Router {

    /// Brings the router to the specification under the policy, from whatever state it is in.
    ///
    /// On the way, and wherever it ends, the sessions let through what they let through before, or nothing.
    Answer<Applied> apply(SessionSpec spec, Policy policy);

    /// Everything the router has that is ours.
    Answer<List<Sighting>> observe();

    /// What the router has of one connection; empty: nothing.
    Answer<Optional<Sighting>> observe(UUID connectionId);

    /// Calls back with the connection when something may have changed. A hint, never the truth: it may be missing,
    /// late or wrong.
    void watch(Consumer<UUID> hint);

    /// Leaves nothing of the connection on the router.
    ///
    /// @return true: there was something
    Answer<Boolean> remove(UUID connectionId);

    /// Pings the peer over the connection's wire.
    Answer<LinkTestResult> linkTest(SessionSpec spec, int packets);

    Set<Capability> capabilities();
}
