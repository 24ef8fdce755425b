package io.directpeering.provisioning.prefixlist;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.condition.Conditions;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/prefix-lists/{asn}`: what a peer may announce.
@Path("/prefix-lists/{asn}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Prefix lists")
public class PrefixListEndpoint {

    private static final int MAX_SOURCE_CHARACTERS = 200;

    private final OwnPrefixLists own;
    private final PrefixLists lists;
    private final PrefixListRule rule;
    private final Once once;
    private final KeyReader keys;
    private final Conditions conditions;
    private final Caller caller;

    PrefixListEndpoint(
            OwnPrefixLists own,
            PrefixLists lists,
            PrefixListRule rule,
            Once once,
            KeyReader keys,
            Conditions conditions,
            Caller caller) {
        this.own = own;
        this.lists = lists;
        this.rule = rule;
        this.once = once;
        this.keys = keys;
        this.conditions = conditions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "readPrefixList",
            summary = "What the peer may announce, since when, by whom, and which sessions carry it")
    @APIResponse(
            responseCode = "200",
            description = "The list in force, or that there is none",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PrefixListView.class)))
    public Response read(@PathParam("asn") String asnInPath) {
        return conditions.shown(own.view(own.demand(asnInPath)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setPrefixList",
            summary = "Replace what the peer may announce",
            description = "At most " + PrefixListRule.MOST_ENTRIES + " entries. Sessions in force take it on while they"
                    + " stay up; what is not listed leaves the routing table. Each change is a version; without a"
                    + " change there is none.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PrefixListBody.class),
                            examples = @ExampleObject(name = "list", value = PrefixListBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The list is so from now on",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PrefixListView.class)))
    @APIResponse(
            responseCode = "201",
            description = "There was none, and now there is",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PrefixListView.class)))
    public Response set(@PathParam("asn") String asnInPath, @Nullable PrefixListBody body) {
        var asn = own.demand(asnInPath);
        if (body == null) {
            throw Problems.invalid("body", "is required: source, ipv4 and ipv6");
        }
        var violations = new Violations();
        var source = PlainText.required(violations, "source", body.source(), MAX_SOURCE_CHARACTERS);
        var ranges = rule.check(violations, body);
        violations.refuseIfAny();
        return once.answer(
                keys.read(body),
                Done.class,
                () -> {
                    var before = demand(asn);
                    lists.change(asn, before, ranges, Objects.requireNonNull(source), caller.name());
                    return new Done(asn, before.flatMap(lists::ranges).isEmpty());
                },
                this::told);
    }

    @DELETE
    @Operation(
            operationId = "withdrawPrefixList",
            summary = "Keep no list any more: the maximum of prefixes is the only limit from then on")
    @APIResponse(
            responseCode = "200",
            description = "No list is kept",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PrefixListView.class)))
    public Response withdraw(@PathParam("asn") String asnInPath, @QueryParam("reason") @Nullable String reason) {
        var asn = own.demand(asnInPath);
        var violations = new Violations();
        var why = PlainText.required(violations, "reason", reason, MAX_SOURCE_CHARACTERS);
        violations.refuseIfAny();
        return once.answer(
                keys.read(null),
                Done.class,
                () -> {
                    var before = demand(asn);
                    if (before.flatMap(lists::ranges).isPresent()) {
                        lists.change(asn, before, null, Objects.requireNonNull(why), caller.name());
                    }
                    return new Done(asn, false);
                },
                this::told);
    }

    /// @param created there was no list before
    record Done(long asn, boolean created) {}

    private Response told(Done done) {
        return conditions
                .told(done.created() ? Status.CREATED : Status.OK, own.view(done.asn()))
                .location(URI.create("/prefix-lists/" + done.asn()))
                .build();
    }

    /// Lets pass who knows of the list what there is to know; it does not change before the transaction ends.
    private Optional<PrefixListVersion> demand(long asn) {
        var before = lists.hold(asn);
        if (before.flatMap(lists::ranges).isPresent() || conditions.nameATag()) {
            conditions.demand(own.view(asn));
        } else {
            conditions.demandAbsent();
        }
        return before;
    }
}
