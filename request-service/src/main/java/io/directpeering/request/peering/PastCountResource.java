package io.directpeering.request.peering;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.past.PastCount;
import io.directpeering.request.query.past.PastCounts;
import io.directpeering.request.query.past.PastFacet;
import io.directpeering.request.query.past.PastFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings/counts?asOf=…`: how many stood where at an instant.
@Path("/peerings/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
class PastCountResource {

    private static final int MOST_GROUPS = 1_000;
    private static final int MAX_LOCATION_CHARACTERS = 100;
    private static final Words<PeeringState> STATES = Words.of(PeeringState.class);
    private static final Words<ConnectionState> CONNECTION_STATES = Words.of(ConnectionState.class);
    private static final String KNOWN =
            Arrays.stream(PastFacet.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final PastCounts counts;
    private final PastShares shares;
    private final Caller caller;
    private final Clock clock;

    PastCountResource(PastCounts counts, PastShares shares, Caller caller, Clock clock) {
        this.counts = counts;
        this.shares = shares;
        this.caller = caller;
        this.clock = clock;
    }

    /// The answer: most frequent kinds first.
    ///
    /// @param by what is counted by
    record PastCountsView(Instant asOf, List<PastFacet> by, List<Group> groups, Freshness freshness) {}

    /// One kind.
    ///
    /// @param of          the value of each thing that is counted by
    /// @param peerings    that pass the filter
    /// @param connections of those, the ones that pass what the filter says of connections
    record Group(Map<String, String> of, long peerings, long connections) {}

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "countPeeringsAsOf",
            summary = "Count peerings and connections as they stood at an instant, by any of their kinds",
            description = "By connectionState or facility, a peering counts in every group in which it had a"
                    + " connection. Up to 1000 groups are told.")
    @APIResponse(
            responseCode = "200",
            description = "The counts; no group had none",
            content = @Content(schema = @Schema(implementation = PastCountsView.class)))
    public Response count(
            @Parameter(description = AsOf.DESCRIPTION, example = AsOf.EXAMPLE, required = true)
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(
                            description = "What to count by, with commas between: state, redundant, peerAsn,"
                                    + " peeringLocation, connectionState, facility. Left out: all together",
                            example = "state,peeringLocation")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = "AS number of the peer", example = "3320") @QueryParam("peerAsn") @Nullable
                    String peerAsn,
            @Parameter(description = "State of the peering", schema = @Schema(implementation = PeeringState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Metro, as the catalogue names it", example = "Frankfurt")
                    @QueryParam("peeringLocation")
                    @Nullable
                    String peeringLocation,
            @Parameter(
                            description = "With a connection in this state",
                            schema = @Schema(implementation = ConnectionState.class))
                    @QueryParam("connectionState")
                    @Nullable
                    String connectionState,
            @Parameter(description = "With a connection at this facility, by its number in PeeringDB", example = "58")
                    @QueryParam("facility")
                    @Nullable
                    String facility,
            @Parameter(
                            description = "Two or more connections are Active; or not",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("redundant")
                    @Nullable
                    String redundant) {
        var violations = new Violations();
        var instant = AsOf.required(violations, "asOf", asOf, clock.instant());
        var filter = new PastFilter(
                peerAsn == null ? null : asn(violations, peerAsn),
                state == null ? null : STATES.required(violations, "state", state),
                PlainText.optional(violations, "peeringLocation", peeringLocation, MAX_LOCATION_CHARACTERS),
                connectionState == null
                        ? null
                        : CONNECTION_STATES.required(violations, "connectionState", connectionState),
                facility == null ? null : facility(violations, facility),
                redundant == null ? null : flag(violations, redundant));
        var wanted = by == null ? List.<PastFacet>of() : wanted(violations, by);
        violations.refuseIfAny();
        var networks = caller.seesAll() ? null : caller.asns();
        return shares.answer(
                PastCount.Part.class,
                question -> counts.counts(question, instant, filter, networks, wanted, MOST_GROUPS),
                whole -> told(whole, instant, wanted));
    }

    private static Response told(Gathered.Whole<PastCount.Part> whole, Instant instant, List<PastFacet> by) {
        var sum = PastCount.sum(
                whole.parts().stream().flatMap(each -> each.counts().stream()).toList());
        if (sum.size() > MOST_GROUPS || whole.parts().stream().anyMatch(PastCount.Part::tooManyGroups)) {
            throw Problems.invalid(
                    "by", "would tell of more than " + MOST_GROUPS + " groups. Count by less, or filter more.");
        }
        return Response.ok(new PastCountsView(
                        instant, by, sum.stream().map(each -> group(each, by)).toList(), whole.freshness()))
                .build();
    }

    private static Group group(PastCount count, List<PastFacet> by) {
        var of = new LinkedHashMap<String, String>();
        for (int each = 0; each < by.size(); each++) {
            of.put(by.get(each).name(), count.values().get(each));
        }
        return new Group(of, count.peerings(), count.connections());
    }

    private static List<PastFacet> wanted(Violations violations, String text) {
        var found =
                Arrays.stream(text.split(",", -1)).map(PastCountResource::facet).toList();
        var right = found.stream().allMatch(Optional::isPresent)
                && found.stream().distinct().count() == found.size();
        violations.check(right, "by", "must be some of " + KNOWN + ", each once, with commas between");
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<PastFacet> facet(String word) {
        return Arrays.stream(PastFacet.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
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

    private static @Nullable Boolean flag(Violations violations, String text) {
        return violations.check(text.equals("true") || text.equals("false"), "redundant", "must be true or false")
                ? Boolean.valueOf(text)
                : null;
    }
}
