package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/// Lets the sessions of simulated routers flap all at once, to see how the suite bears it.
@Path("/simulator/storm")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Simulator")
public class StormEndpoint {

    private static final Logger LOG = Logger.getLogger(StormEndpoint.class);

    /// @param observationsPerMinute looks at sessions that show something new
    /// @param seconds               how long it lasts
    public record Wish(
            @Min(1) @Max(1_000_000) int observationsPerMinute,
            @Min(1) @Max(3_600) int seconds) {}

    /// @param sessions that flap
    public record Raging(int sessions, int observationsPerMinute, int seconds) {}

    private final SimulatedDriver driver;
    private final Caller caller;

    StormEndpoint(SimulatedDriver driver, Caller caller) {
        this.driver = driver;
        this.caller = caller;
    }

    /// Takes the place of a storm that rages.
    @PUT
    @Operation(operationId = "raiseStorm", summary = "Have every open simulated session flap for a while")
    @Consumes(MediaType.APPLICATION_JSON)
    public Raging rage(@NotNull @Valid Wish wish) {
        var sessions = driver.storm(wish.observationsPerMinute() / 60.0, Duration.ofSeconds(wish.seconds()));
        if (sessions == 0) {
            throw Problems.absent("No simulated router has a session that traffic flows on.");
        }
        LOG.infof("A storm rages: sessions=%s wish=%s actor=%s", sessions, wish, caller.name());
        return new Raging(sessions, wish.observationsPerMinute(), wish.seconds());
    }
}
