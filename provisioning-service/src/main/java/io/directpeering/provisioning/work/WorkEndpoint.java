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
import org.jspecify.annotations.Nullable;

/// Shows the operator what is being done about a connection.
@Path("/connections/{connectionId}/work")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.ANALYST})
public class WorkEndpoint {

    public record View(List<Item> items) {}

    /// @param note what it waits for, or why the last attempt did not succeed
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
