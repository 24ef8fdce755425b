package io.directpeering.request.peering;

import jakarta.ws.rs.QueryParam;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.query.Filter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which peerings are asked for, as query parameters say it.
class FilterParameters {

    private static final int MAX_LOCATION_CHARACTERS = 100;
    private static final Words<PeeringState> STATES = Words.of(PeeringState.class);
    private static final Words<ConnectionState> CONNECTION_STATES = Words.of(ConnectionState.class);

    @Parameter(description = "AS number of the peer", example = "3320")
    @QueryParam("peerAsn")
    @Nullable
    String peerAsn;

    @Parameter(description = "State of the peering", schema = @Schema(implementation = PeeringState.class))
    @QueryParam("state")
    @Nullable
    String state;

    @Parameter(description = "Metro, as the catalogue names it", example = "Frankfurt")
    @QueryParam("peeringLocation")
    @Nullable
    String peeringLocation;

    @Parameter(
            description = "With a connection in this state",
            schema = @Schema(implementation = ConnectionState.class))
    @QueryParam("connectionState")
    @Nullable
    String connectionState;

    @Parameter(description = "With a connection at this facility, by its number in PeeringDB", example = "58")
    @QueryParam("facility")
    @Nullable
    String facility;

    @Parameter(
            description = "With a connection that is longer in its state than it may be; or without one",
            schema = @Schema(implementation = Boolean.class))
    @QueryParam("overdue")
    @Nullable
    String overdue;

    @Parameter(
            description = "Two or more connections are Active; or not",
            schema = @Schema(implementation = Boolean.class))
    @QueryParam("redundant")
    @Nullable
    String redundant;

    /// The filter; what is wrong with it is noted.
    Filter read(Violations violations) {
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
