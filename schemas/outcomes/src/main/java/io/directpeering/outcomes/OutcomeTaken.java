package io.directpeering.outcomes;

import java.util.UUID;

/// The outcome of a fact has been taken in by the transaction in which this is said.
record OutcomeTaken(UUID eventId) {}
