package io.directpeering.request.topology;

import io.directpeering.events.StageOverdue;

/// What a deadline means, for people who read it as the reason of a transition.
final class OverdueWords {

    private OverdueWords() {}

    static String of(StageOverdue it) {
        var at = it.getDeadline();
        return switch (it.getKind()) {
            case Answer ->
                (it.getWarning()
                                ? "The answer to the operator's question is due at "
                                : "The answer to the operator's question was due at ")
                        + at + ".";
            case LoaExpiry ->
                (it.getWarning()
                                ? "The letter of authorization expires at "
                                : "The letter of authorization expired at ")
                        + at + ".";
            case Stage, Unknown ->
                "The time in " + it.getState() + (it.getWarning() ? " is up at " : " was up at ") + at + ".";
        };
    }
}
