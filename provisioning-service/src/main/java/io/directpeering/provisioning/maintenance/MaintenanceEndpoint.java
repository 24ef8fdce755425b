package io.directpeering.provisioning.maintenance;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.events.MaintenanceCancelled;
import io.directpeering.events.MaintenanceCompleted;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.fact.Outcome;
import io.directpeering.provisioning.maintenance.Maintenances.Stated;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/peerings/{peeringId}/maintenances`: the operator announces work, ends it or cancels it; the peer reads of it.
@Path("/peerings/{peeringId}/maintenances")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Maintenance")
public class MaintenanceEndpoint {

    private static final String UNDECIDED = "Stored; what the judge makes of it did not come in time";
    private static final int MAX_REASON_CHARACTERS = 500;

    public record Items(List<Item> items) {}

    /// One connection's latest maintenance.
    public record Item(
            UUID maintenanceId,
            UUID connectionId,
            MaintenanceStatus status,
            Instant from,
            Instant until,
            MaintenanceImpact impact,
            String reason) {}

    /// What was stated, and decided.
    ///
    /// @param connections empty: it was so already
    public record Told(UUID maintenanceId, List<OfConnection> connections) {}

    /// @param sequence of the peering with the fact in it; null: not decided in time
    public record OfConnection(UUID connectionId, @Nullable Long sequence) {}

    private final MaintenanceRule rule;
    private final Maintenances maintenances;
    private final Facts facts;
    private final Once once;
    private final KeyReader keys;
    private final Caller caller;

    MaintenanceEndpoint(
            MaintenanceRule rule, Maintenances maintenances, Facts facts, Once once, KeyReader keys, Caller caller) {
        this.rule = rule;
        this.maintenances = maintenances;
        this.facts = facts;
        this.once = once;
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
    @Operation(operationId = "listMaintenances", summary = "The latest maintenance of each connection")
    public Items list(UUID peeringId) {
        var connections = maintenances.of(peeringId).stream()
                .filter(connection -> caller.speaksFor(connection.peerAsn))
                .toList();
        if (connections.isEmpty()) {
            throw Problems.absent("There is no peering " + peeringId + ".");
        }
        return new Items(connections.stream()
                .flatMap(connection -> Maintenances.planned(connection).stream()
                        .map(planned -> new Item(
                                planned.getMaintenanceId(),
                                connection.connectionId,
                                MaintenanceStatus.valueOf(Objects.requireNonNull(connection.maintenance)),
                                planned.getStartsAt(),
                                planned.getEndsAt(),
                                planned.getImpact(),
                                planned.getReason())))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "announceMaintenance", summary = "Announce work on connections that are Active")
    @APIResponse(
            responseCode = "201",
            description = "It is announced, and the peer is told",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Told.class)))
    public Response announce(
            UUID peeringId,
            @NotNull(message = "The request has no body; it takes a JSON object") MaintenanceBody body) {
        var planned = rule.check(body, UUID.randomUUID());
        return answer(
                body,
                Status.CREATED,
                peeringId,
                planned.getMaintenanceId(),
                () -> maintenances.announce(peeringId, given(body.connectionIds()), planned, caller.name()));
    }

    /// The work is done before its window is over: opens at once.
    @POST
    @Path("/{maintenanceId}/complete")
    @Operation(operationId = "completeMaintenance", summary = "The work is done: let traffic through again")
    @APIResponse(
            responseCode = "200",
            description = "It is completed",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Told.class)))
    public Response complete(UUID peeringId, UUID maintenanceId) {
        return answer(
                null,
                Status.OK,
                peeringId,
                maintenanceId,
                () -> maintenances.further(
                        peeringId,
                        maintenanceId,
                        MaintenanceStatus.InProgress,
                        MaintenanceStatus.Completed,
                        "What has not begun is cancelled, not completed.",
                        "MaintenanceCompleted",
                        caller.name(),
                        MaintenanceCompleted::new));
    }

    @DELETE
    @Path("/{maintenanceId}")
    @Operation(operationId = "cancelMaintenance", summary = "Cancel work that has not begun")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled, and the peer is told",
            content = @Content(schema = @Schema(implementation = Told.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Told.class)))
    public Response cancel(UUID peeringId, UUID maintenanceId, @QueryParam("reason") @Nullable String reason) {
        var violations = new Violations();
        var why = PlainText.optional(violations, "reason", reason, MAX_REASON_CHARACTERS);
        violations.refuseIfAny();
        return answer(
                null,
                Status.OK,
                peeringId,
                maintenanceId,
                () -> maintenances.further(
                        peeringId,
                        maintenanceId,
                        MaintenanceStatus.Announced,
                        MaintenanceStatus.Cancelled,
                        "What has begun is completed, not cancelled.",
                        "MaintenanceCancelled",
                        caller.name(),
                        (metadata, id) -> new MaintenanceCancelled(metadata, id, why)));
    }

    /// What was stated of a maintenance, to be answered with what the judge makes of it.
    record Done(UUID peeringId, UUID maintenanceId, List<Stated> stated, int status) {}

    private Response answer(
            @Nullable Object body,
            Status whenAccepted,
            UUID peeringId,
            UUID maintenanceId,
            Supplier<List<Stated>> work) {
        return once.answer(
                keys.read(body),
                Done.class,
                () -> new Done(peeringId, maintenanceId, work.get(), whenAccepted.getStatusCode()),
                this::told);
    }

    private Response told(Done done) {
        var told = done.stated().stream()
                .map(each -> new OfConnection(each.connectionId(), decided(each)))
                .toList();
        var decided = told.stream().allMatch(each -> each.sequence() != null);
        return Response.status(decided ? done.status() : Status.ACCEPTED.getStatusCode())
                .location(URI.create("/peerings/" + done.peeringId() + "/maintenances"))
                .entity(new Told(done.maintenanceId(), told))
                .build();
    }

    /// Sequence of the peering with the fact in it; null: not decided in time.
    private @Nullable Long decided(Stated stated) {
        return switch (facts.await(stated.eventId())) {
            case Outcome.Accepted(var sequence) -> sequence;
            case Outcome.Undecided() -> null;
            case Outcome.Refused(var sequence, var code, var reason) ->
                throw Problems.conflict(
                        reason, Map.of("code", code, "connectionId", stated.connectionId(), "sequence", sequence));
        };
    }

    /// What the rule has found to be without gaps.
    private static @Nullable List<UUID> given(@Nullable List<@Nullable UUID> ids) {
        return ids == null ? null : ids.stream().map(Objects::requireNonNull).toList();
    }
}
