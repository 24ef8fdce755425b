package io.directpeering.provisioning.router.simulated;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.openapi.CommonParts;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/// Looks at a simulated router, and tells it and its peer to misbehave. There only where the catalogue has simulated
/// routers.
@Path("/simulator/connections/{connectionId}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Simulator")
public class SimulatorEndpoint {

    private static final Logger LOG = Logger.getLogger(SimulatorEndpoint.class);

    /// @param sessions what the router has
    /// @param changes  how it came to that, oldest first
    @Schema(name = "Simulator")
    public record View(Faults faults, List<Session> sessions, List<Hardware.Change> changes) {}

    /// @param specHash hash of the specification that the router carries
    public record Session(String router, String specHash, Policy policy, SessionSighting seen) {}

    private final Hardware hardware;
    private final SimulatedDriver driver;
    private final InstantSource clock;
    private final Caller caller;
    private final boolean simulates;

    SimulatorEndpoint(
            Hardware hardware, SimulatedDriver driver, InstantSource clock, Caller caller, Catalogue catalogue) {
        this.hardware = hardware;
        this.driver = driver;
        this.clock = clock;
        this.caller = caller;
        this.simulates =
                catalogue.routers().stream().anyMatch(router -> router.driver().equals("simulated"));
    }

    @GET
    @Operation(operationId = "readSimulator", summary = "What the simulated router has for a connection, and had")
    @APIResponse(
            responseCode = "200",
            description = "Sessions, changes, and the faults that are played",
            content = @Content(schema = @Schema(implementation = View.class)))
    public View look(UUID connectionId) {
        demandConnection(connectionId);
        var faults = hardware.faults(connectionId);
        var sessions = hardware.sessionsOf(connectionId).stream()
                .map(row -> {
                    var peer = faults.peer(row.expectedAsn(), driver.step());
                    var now = row.with(peer.advance(row.fsm(), row.expectedAsn(), clock.instant()));
                    return new Session(row.router(), row.specHash(), row.policy(), now.sighting(faults));
                })
                .toList();
        return new View(faults, sessions, hardware.changes(connectionId));
    }

    /// Replaces what was told before; `{}` heals.
    @PUT
    @Path("/faults")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setSimulatorFaults",
            summary = "Tell the simulated router and peer how to misbehave; an empty object heals",
            extensions = @Extension(name = CommonParts.REPEATABLE, value = "true", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The simulator as it is now",
            content = @Content(schema = @Schema(implementation = View.class)))
    public View misbehave(UUID connectionId, @NotNull @Valid Faults faults) {
        var who = caller.name();
        demandConnection(connectionId);
        driver.tell(connectionId, faults);
        LOG.infof("The simulator misbehaves: connection=%s faults=%s actor=%s", connectionId, faults, who);
        return look(connectionId);
    }

    private void demandConnection(UUID connectionId) {
        if (!simulates) {
            throw Problems.absent("No router of the catalogue is simulated.");
        }
        if (QuarkusTransaction.requiringNew().call(() -> Connection.findById(connectionId)) == null) {
            throw Problems.absent("There is no connection " + connectionId + ".");
        }
    }
}
