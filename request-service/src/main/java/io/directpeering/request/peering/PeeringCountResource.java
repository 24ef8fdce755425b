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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.query.Count;
import io.directpeering.request.query.CountBy;
import io.directpeering.request.query.Counted;
import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.PeeringLists;
import io.directpeering.request.query.past.PastCounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings/counts`: how many there are of which kind.
@Path("/peerings/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
class PeeringCountResource {

    private static final int MOST_GROUPS = 1_000;
    private static final String KNOWN =
            Arrays.stream(CountBy.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final PeeringLists lists;
    private final PastCounts past;
    private final Shares shares;
    private final PastShares pastShares;
    private final OwnNetworks networks;
    private final Clock clock;

    PeeringCountResource(
            PeeringLists lists,
            PastCounts past,
            Shares shares,
            PastShares pastShares,
            OwnNetworks networks,
            Clock clock) {
        this.lists = lists;
        this.past = past;
        this.shares = shares;
        this.pastShares = pastShares;
        this.networks = networks;
        this.clock = clock;
    }

    /// The answer: most frequent kinds first.
    ///
    /// @param asOf when that was; null: it is so now
    /// @param by   what is counted by
    record Counts(@Nullable Instant asOf, List<CountBy> by, List<Group> groups, Freshness freshness) {}

    /// One kind.
    ///
    /// @param of          the value of each thing that is counted by
    /// @param peerings    that pass the filter
    /// @param connections of those, the ones that pass what the filter says of connections
    record Group(Map<String, String> of, long peerings, long connections) {}

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "countPeerings",
            summary = "Count peerings and connections by any of their kinds, under the filters of the list; with asOf,"
                    + " as they stood then",
            description = "By connectionState or facility, a peering counts in every group in which it has a"
                    + " connection. Up to 1000 groups are told. What was overdue at an instant is not kept.")
    @APIResponse(
            responseCode = "200",
            description = "The counts; no group has none",
            content = @Content(schema = @Schema(implementation = Counts.class)))
    public Response count(
            @Parameter(description = AsOf.DESCRIPTION, example = AsOf.EXAMPLE) @QueryParam("asOf") @Nullable
                    String asOf,
            @Parameter(
                            description = "What to count by, with commas between: state, redundant, peerAsn,"
                                    + " peeringLocation, connectionState, facility. Left out: all together",
                            example = "state,peeringLocation")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @BeanParam FilterParameters parameters) {
        var violations = new Violations();
        var instant = asOf == null ? null : AsOf.required(violations, "asOf", asOf, clock.instant());
        violations.check(
                instant == null || parameters.overdue == null,
                "overdue",
                "is not kept of the past: leave it out, or asOf");
        var filter = parameters.read(violations);
        var wanted = by == null ? List.<CountBy>of() : wanted(violations, by);
        violations.refuseIfAny();
        var only = networks.only().orElse(null);
        return instant == null
                ? shares.answer(
                        Counted.class,
                        question -> lists.count(question, filter, only, wanted, MOST_GROUPS),
                        whole -> told(whole, null, wanted))
                : pastShares.answer(
                        Counted.class,
                        question -> past.counts(question, instant, filter, only, wanted, MOST_GROUPS),
                        whole -> told(whole, instant, wanted));
    }

    private static Response told(Gathered.Whole<Counted> whole, @Nullable Instant asOf, List<CountBy> by) {
        var counts = Count.sum(
                whole.parts().stream().flatMap(each -> each.counts().stream()).toList());
        if (counts.size() > MOST_GROUPS || whole.parts().stream().anyMatch(Counted::tooManyGroups)) {
            throw Problems.invalid(
                    "by", "would tell of more than " + MOST_GROUPS + " groups. Count by less, or filter more.");
        }
        return Response.ok(new Counts(
                        asOf, by, counts.stream().map(each -> group(each, by)).toList(), whole.freshness()))
                .build();
    }

    private static Group group(Count count, List<CountBy> by) {
        var of = new LinkedHashMap<String, String>();
        for (int each = 0; each < by.size(); each++) {
            of.put(by.get(each).name(), count.values().get(each));
        }
        return new Group(of, count.peerings(), count.connections());
    }

    private static List<CountBy> wanted(Violations violations, String text) {
        var found = Arrays.stream(text.split(",", -1))
                .map(PeeringCountResource::wanted)
                .toList();
        var right = found.stream().allMatch(Optional::isPresent)
                && found.stream().distinct().count() == found.size();
        violations.check(right, "by", "must be some of " + KNOWN + ", each once, with commas between");
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<CountBy> wanted(String word) {
        return Arrays.stream(CountBy.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }
}
