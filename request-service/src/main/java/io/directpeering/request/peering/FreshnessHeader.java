package io.directpeering.request.peering;

import io.directpeering.request.query.Freshness;

/// How recent an answer about one peering is; where many are told, it stands in the body.
final class FreshnessHeader {

    static final String NAME = "Peering-Freshness";

    private FreshnessHeader() {}

    static String of(Freshness it) {
        return "read-up-to=%s; records-behind=%d; standby=%s"
                .formatted(it.readUpTo(), it.recordsBehind(), it.standby());
    }
}
