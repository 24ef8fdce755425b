package io.directpeering.provisioning.router;

/// What a router answered, or why there is no answer.
public sealed interface Answer<T> {

    /// It is so.
    record Done<T>(T value) implements Answer<T> {}

    /// It is not, or not known to be.
    sealed interface Failed<T> extends Answer<T> {

        /// For the operator's engineer: what the router or the way to it said.
        String reason();
    }

    /// The router refuses the specification as a whole and is as it was. Saying it again does not help.
    record Rejected<T>(String reason) implements Failed<T> {}

    /// The router was not reached and is as it was.
    record Unreachable<T>(String reason) implements Failed<T> {}

    /// The way broke while the router worked: observe, then apply again.
    record Unknown<T>(String reason) implements Failed<T> {}

    /// The router did some of it, and lets nothing through until it is applied again.
    record PartiallyApplied<T>(String reason) implements Failed<T> {}
}
