package io.directpeering.provisioning.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.directpeering.http.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Shows the operator what is being done about a connection.
@Path("/connections/{connectionId}/work")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.ANALYST})
@Tag(name = "Work")
public class WorkEndpoint {

    @Schema(name = "Work")
    public record View(List<Item> items) {}

    /// @param note what it waits for, or why the last attempt did not succeed
    @Schema(name = "WorkItem")
    public record Item(
            UUID peeringId,
            long stageSequence,
            Task task,
            StageWork.Status status,
            String lane,
            String step,
            int attempts,
            Instant begunAt,
            Instant dueAt,
            @Nullable String note) {}

    private final Papers papers;

    WorkEndpoint(Papers papers) {
        this.papers = papers;
    }

    @GET
    @Operation(operationId = "readWork", summary = "What is being done about a connection, and what it waits for")
    @APIResponse(
            responseCode = "200",
            description = "Each task of each stage",
            content = @Content(schema = @Schema(implementation = View.class)))
    public View show(UUID connectionId) {
        return new View(papers.of(connectionId).stream()
                .map(row -> new Item(
                        row.peeringId,
                        row.stage.sequence(),
                        row.task,
                        row.status,
                        row.lane,
                        row.step,
                        row.attempts,
                        row.begunAt,
                        row.dueAt,
                        row.note))
                .toList());
    }
}
