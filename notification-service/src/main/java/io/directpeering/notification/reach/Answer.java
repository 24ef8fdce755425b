package io.directpeering.notification.reach;

/// What came of a post.
public sealed interface Answer {

    record Status(int code) implements Answer {}

    /// No answer: refused before, not connected, or too slow. Whether the other side has it may be unknown.
    record None(String reason) implements Answer {}
}
