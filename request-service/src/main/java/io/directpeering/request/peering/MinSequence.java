package io.directpeering.request.peering;

import io.directpeering.http.problem.Problems;
import org.jspecify.annotations.Nullable;

/// How far a peering must have come for an answer to count: what the client knows already.
final class MinSequence {

    private MinSequence() {}

    /// As the query parameter `minSequence` gives it; none: 0.
    static long of(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Problems.invalid("minSequence", "must be a sequence number, as in an ETag: 0, 1, 2 …");
        }
        return Long.parseLong(text);
    }
}
