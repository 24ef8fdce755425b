package io.directpeering.request.peering;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.events.ConnectionState;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.past.PastCounts;
import io.directpeering.request.query.past.StaysPart;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings/durations`: how long connections stay in each state.
@Path("/peerings/durations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
class DurationResource {

    private static final int MAX_LOCATION_CHARACTERS = 100;
    private static final String DAY = "must be a day, e.g. 2026-05-03";

    private final PastCounts counts;
    private final PastShares shares;
    private final Caller caller;

    DurationResource(PastCounts counts, PastShares shares, Caller caller) {
        this.counts = counts;
        this.shares = shares;
        this.caller = caller;
    }

    /// The answer, state by state; those that no connection has left are left out.
    record DurationsView(List<Stay> states, Freshness freshness) {}

    /// How long connections stayed in a state before they left it, ISO-8601; each off by no more than 1 %.
    ///
    /// @param count how many left it
    /// @param p50   half of them within this time
    record Stay(ConnectionState state, long count, String p50, String p90, String p95, String p99, String max) {

        private static Stay of(StaysPart.Stay it) {
            return new Stay(
                    it.state(),
                    it.count(),
                    text(it.p50Millis()),
                    text(it.p90Millis()),
                    text(it.p95Millis()),
                    text(it.p99Millis()),
                    text(it.maxMillis()));
        }

        private static String text(long millis) {
            return Duration.ofMillis(millis).toString();
        }
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "readDurations",
            summary = "How long connections stay in each state: percentiles of the stays that have ended")
    @APIResponse(
            responseCode = "200",
            description = "Percentiles by state",
            content = @Content(schema = @Schema(implementation = DurationsView.class)))
    public Response read(
            @Parameter(description = "AS number of the peer", example = "3320") @QueryParam("peerAsn") @Nullable
                    String peerAsn,
            @Parameter(description = "Metro, as the catalogue names it", example = "Frankfurt")
                    @QueryParam("peeringLocation")
                    @Nullable
                    String peeringLocation,
            @Parameter(description = "Stays that ended on this day, by UTC, or later", example = "2026-05-01")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(description = "Stays that ended before this day, by UTC", example = "2026-06-01")
                    @QueryParam("until")
                    @Nullable
                    String until) {
        var violations = new Violations();
        var networks = networks(peerAsn == null ? null : asn(violations, peerAsn));
        var location = PlainText.optional(violations, "peeringLocation", peeringLocation, MAX_LOCATION_CHARACTERS);
        var from = since == null ? null : day(violations, "since", since);
        var to = until == null ? null : day(violations, "until", until);
        violations.check(from == null || to == null || from.isBefore(to), "since", "must be before until");
        violations.refuseIfAny();
        return shares.answer(
                StaysPart.class,
                question -> counts.stays(question, networks, location, from, to),
                DurationResource::told);
    }

    private static Response told(Gathered.Whole<StaysPart> whole) {
        return Response.ok(new DurationsView(
                        StaysPart.together(whole.parts()).stream().map(Stay::of).toList(), whole.freshness()))
                .build();
    }

    /// Null: all of them. Of others than its own a peer learns nothing, not even by numbers.
    private @Nullable Set<Long> networks(@Nullable Long peerAsn) {
        if (peerAsn == null) {
            return caller.seesAll() ? null : caller.asns();
        }
        return caller.speaksFor(peerAsn) ? Set.of(peerAsn) : Set.of();
    }

    private static @Nullable Long asn(Violations violations, String text) {
        var asn = AsnRule.read(violations, "peerAsn", text);
        return asn.isPresent() ? asn.getAsLong() : null;
    }

    private static @Nullable LocalDate day(Violations violations, String field, String text) {
        try {
            var day = text.length() > 10 ? null : LocalDate.parse(text);
            violations.check(day != null && day.getYear() >= 1970, field, DAY);
            return day;
        } catch (DateTimeException e) {
            violations.add(field, DAY);
            return null;
        }
    }
}
