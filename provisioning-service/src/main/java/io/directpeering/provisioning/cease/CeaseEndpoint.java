package io.directpeering.provisioning.cease;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.events.PeerDemarcation;
import io.directpeering.http.condition.Conditions;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.letters.CeaseLetter;
import io.directpeering.letters.CustomerEnd;
import io.directpeering.letters.Demarc;
import io.directpeering.letters.LetterPdf;
import io.directpeering.letters.Party;
import io.directpeering.provisioning.loa.OperatorsHead;
import io.directpeering.provisioning.loa.PdfAnswer;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/// Shows and prints the cease letter of a connection that is being removed, or was.
@Path("/peerings/{peeringId}/connections/{connectionId}/cease-letter")
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
@Blocking
@Tag(name = "Cease letters")
public class CeaseEndpoint {

    private final OperatorsHead head;
    private final Conditions conditions;
    private final Caller caller;

    CeaseEndpoint(OperatorsHead head, Conditions conditions, Caller caller) {
        this.head = head;
        this.conditions = conditions;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "readCeaseLetter",
            summary = "The cease letter of a connection that is being removed, or was; as PDF for whoever asks for one")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CeaseView.class)),
                @Content(
                        mediaType = PdfAnswer.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response show(UUID peeringId, UUID connectionId) {
        return conditions.shown(CeaseView.of(letter(peeringId, connectionId), peeringId));
    }

    /// For whoever asks for one: who takes anything gets JSON.
    @GET
    @Produces(PdfAnswer.MEDIA_TYPE + ";qs=0.5")
    @Transactional
    @Operation(hidden = true) // described with the other
    public Response print(UUID peeringId, UUID connectionId) {
        var letter = letter(peeringId, connectionId);
        return PdfAnswer.of(LetterPdf.of(letter), letter.number());
    }

    private CeaseLetter letter(UUID peeringId, UUID connectionId) {
        Cease cease = Cease.findById(connectionId);
        if (cease == null || !cease.peeringId.equals(peeringId) || !caller.speaksFor(cease.peerAsn)) {
            throw Problems.absent("There is no cease letter for connection " + connectionId + " of peering " + peeringId
                    + ": there is one once a connection that had a port is to be removed.");
        }
        return letter(cease);
    }

    private CeaseLetter letter(Cease cease) {
        var connection = cease.snapshot();
        var port = requireNonNull(connection.getDemarcation(), "a cease letter names a port");
        var loa = connection.getLoa();
        return new CeaseLetter(
                head.head(),
                cease.dated,
                new Party(cease.peerName, cease.peerAsn),
                cease.peeringName,
                cease.connectionId,
                connection.getRequested().getBandwidthInMbps(),
                new Demarc(
                        port.getPeeringDBFacilityId(),
                        port.getFacilityName(),
                        cease.peeringLocation,
                        port.getRack(),
                        port.getPatchPanel(),
                        port.getPatchPanelPort(),
                        port.getRouter(),
                        port.getRouterPort(),
                        port.getMedia(),
                        port.getConnector(),
                        port.getDuplex()),
                loa == null ? null : loa.getNumber(),
                connection.getCrossConnectId(),
                customerEnd(connection.getPeerDemarcation()),
                cease.reason);
    }

    private static CustomerEnd customerEnd(@Nullable PeerDemarcation reported) {
        return reported == null
                ? CustomerEnd.UNKNOWN
                : new CustomerEnd(
                        reported.getRack(),
                        reported.getPatchPanel(),
                        reported.getPatchPanelPort(),
                        reported.getRouter());
    }
}
