package io.directpeering.request.peering;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.query.Filter;
import org.jspecify.annotations.Nullable;

/// Reads a filter out of query parameters, and notes what is wrong with them.
final class FilterReader {

    private static final int MAX_LOCATION_CHARACTERS = 100;
    private static final Words<PeeringState> STATES = Words.of(PeeringState.class);
    private static final Words<ConnectionState> CONNECTION_STATES = Words.of(ConnectionState.class);

    private FilterReader() {}

    static Filter read(
            Violations violations,
            @Nullable String peerAsn,
            @Nullable String state,
            @Nullable String peeringLocation,
            @Nullable String connectionState,
            @Nullable String facility,
            @Nullable String overdue,
            @Nullable String redundant) {
        return new Filter(
                peerAsn == null ? null : asn(violations, peerAsn),
                state == null ? null : STATES.required(violations, "state", state),
                PlainText.optional(violations, "peeringLocation", peeringLocation, MAX_LOCATION_CHARACTERS),
                connectionState == null
                        ? null
                        : CONNECTION_STATES.required(violations, "connectionState", connectionState),
                facility == null ? null : facility(violations, facility),
                flag(violations, "overdue", overdue),
                flag(violations, "redundant", redundant));
    }

    private static @Nullable Long asn(Violations violations, String text) {
        var asn = AsnRule.read(violations, "peerAsn", text);
        return asn.isPresent() ? asn.getAsLong() : null;
    }

    private static @Nullable Integer facility(Violations violations, String text) {
        return violations.check(
                        text.matches("[1-9][0-9]{0,8}"), "facility", "must be a facility's number in PeeringDB: 1, 2 …")
                ? Integer.valueOf(text)
                : null;
    }

    private static @Nullable Boolean flag(Violations violations, String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return violations.check(text.equals("true") || text.equals("false"), field, "must be true or false")
                ? Boolean.valueOf(text)
                : null;
    }
}
