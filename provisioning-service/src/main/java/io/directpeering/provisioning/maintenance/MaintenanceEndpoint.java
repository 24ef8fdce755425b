package io.directpeering.provisioning.maintenance;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.fact.Outcome;
import io.directpeering.provisioning.maintenance.Maintenances.Stated;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// `/peerings/{peeringId}/maintenances`: the operator announces work, ends it or cancels it; the peer reads of it.
@Path("/peerings/{peeringId}/maintenances")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OPERATOR)
public class MaintenanceEndpoint {

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_RULE = "[\\x21-\\x7E]{1,200}";
    private static final String KEY_MESSAGE = "is not 1 to 200 visible ASCII characters";
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
    private final Caller caller;

    MaintenanceEndpoint(MaintenanceRule rule, Maintenances maintenances, Facts facts, Caller caller) {
        this.rule = rule;
        this.maintenances = maintenances;
        this.facts = facts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
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
    public Response announce(
            UUID peeringId,
            @HeaderParam(KEY) @Pattern(regexp = KEY_RULE, message = KEY_MESSAGE) @Nullable String key,
            @NotNull(message = "The request has no body; it takes a JSON object") MaintenanceBody body)
            throws InterruptedException {
        var id = key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((peeringId + "/maintenance/" + key).getBytes(UTF_8));
        var planned = rule.check(body, id);
        var stated = maintenances.announce(peeringId, given(body.connectionIds()), planned, caller.name());
        return answer(peeringId, id, stated, Status.CREATED);
    }

    /// The work is done before its window is over: opens at once.
    @POST
    @Path("/{maintenanceId}/complete")
    public Response complete(UUID peeringId, UUID maintenanceId) throws InterruptedException {
        var stated = maintenances.further(
                peeringId,
                maintenanceId,
                MaintenanceStatus.InProgress,
                MaintenanceStatus.Completed,
                "What has not begun is cancelled, not completed.",
                "MaintenanceCompleted",
                caller.name(),
                MaintenanceCompleted::new);
        return answer(peeringId, maintenanceId, stated, Status.OK);
    }

    @DELETE
    @Path("/{maintenanceId}")
    public Response cancel(UUID peeringId, UUID maintenanceId, @QueryParam("reason") @Nullable String reason)
            throws InterruptedException {
        var violations = new Violations();
        var why = PlainText.optional(violations, "reason", reason, MAX_REASON_CHARACTERS);
        violations.refuseIfAny();
        var stated = maintenances.further(
                peeringId,
                maintenanceId,
                MaintenanceStatus.Announced,
                MaintenanceStatus.Cancelled,
                "What has begun is completed, not cancelled.",
                "MaintenanceCancelled",
                caller.name(),
                (metadata, id) -> new MaintenanceCancelled(metadata, id, why));
        return answer(peeringId, maintenanceId, stated, Status.OK);
    }

    private Response answer(UUID peeringId, UUID maintenanceId, List<Stated> stated, Status whenAccepted)
            throws InterruptedException {
        var told = new ArrayList<OfConnection>();
        for (var each : stated) {
            told.add(new OfConnection(
                    each.connectionId(),
                    switch (facts.await(each.eventId())) {
                        case Outcome.Accepted(var sequence) -> sequence;
                        case Outcome.Undecided() -> null;
                        case Outcome.Refused(var sequence, var code, var reason) ->
                            throw Problems.conflict(
                                    reason,
                                    Map.of("code", code, "connectionId", each.connectionId(), "sequence", sequence));
                    }));
        }
        var decided = told.stream().allMatch(each -> each.sequence() != null);
        return Response.status(decided ? whenAccepted : Status.ACCEPTED)
                .location(URI.create("/peerings/" + peeringId + "/maintenances"))
                .entity(new Told(maintenanceId, told))
                .build();
    }

    /// What the rule has found to be without gaps.
    private static @Nullable List<UUID> given(@Nullable List<@Nullable UUID> ids) {
        return ids == null ? null : ids.stream().map(Objects::requireNonNull).toList();
    }
}
