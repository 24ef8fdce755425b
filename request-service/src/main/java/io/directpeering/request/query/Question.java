package io.directpeering.request.query;

import java.util.Set;

/// What an instance is asked to speak of.
public sealed interface Question {

    /// Of the partitions that it holds.
    record Held() implements Question {}

    /// Of its copies of these, for who holds them does not answer.
    record Copied(Set<Integer> partitions) implements Question {}
}
