package io.directpeering.provisioning.loa;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Shows a letter, and whether a colocation provider may act on it.
@Path("/loas/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
public class LetterEndpoint {

    /// @param valid    whether a cross-connect may be ordered with it
    /// @param verdict  why, or why not
    /// @param verified whether the verification code that was asked about is the letter's; null: none was
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String number,
            String status,
            boolean valid,
            String verdict,
            @Nullable Boolean verified,
            Instant issuedAt,
            Instant expiresAt,
            UUID peeringId,
            UUID connectionId,
            String operator,
            long operatorAsn,
            String peer,
            Demarc demarcation) {}

    /// Where the operator's responsibility begins.
    public record Demarc(
            int peeringDBFacilityId,
            String facilityName,
            String router,
            String routerPort,
            String rack,
            String patchPanel,
            String patchPanelPort,
            String media,
            String connector,
            String duplex) {}

    private final InstantSource clock;
    private final Catalogue catalogue;

    LetterEndpoint(InstantSource clock, Catalogue catalogue) {
        this.clock = clock;
        this.catalogue = catalogue;
    }

    /// @param verificationCode as printed on the letter; tells whether the paper is ours
    @GET
    @Transactional
    public View show(String number, @QueryParam("verificationCode") @Nullable String verificationCode) {
        Letter letter = Letter.findById(number);
        if (letter == null) {
            throw Problems.absent("No letter of authorization has this number: a letter that carries it is not ours.");
        }
        var status = letter.statusAt(clock.instant());
        var verified = verificationCode == null ? null : same(verificationCode, letter.verificationCode);
        var forged = Boolean.FALSE.equals(verified);
        return new View(
                letter.number,
                status.label(),
                status == Letter.Status.ISSUED && !forged,
                forged ? "The verification code is not this letter's: do not act on it." : verdict(status),
                verified,
                letter.issuedAt,
                letter.expiresAt,
                letter.peeringId,
                letter.connectionId,
                letter.operatorName,
                catalogue.operator().asn(),
                letter.peerName,
                demarc(letter));
    }

    private static String verdict(Letter.Status status) {
        return switch (status) {
            case ISSUED -> "Issued, unexpired and unused: the cross-connect may be ordered.";
            case USED -> "Used: the cross-connect was reported as wired, so no other may be ordered with this letter.";
            case EXPIRED -> "Expired: ask the operator for a new letter.";
            case REVOKED -> "Revoked: the port is no longer assigned to this peer.";
        };
    }

    private static Demarc demarc(Letter letter) {
        return new Demarc(
                letter.peeringDBFacilityId,
                letter.facilityName,
                letter.router,
                letter.port,
                letter.rack,
                letter.patchPanel,
                letter.patchPanelPort,
                letter.media,
                letter.connector,
                letter.duplex);
    }

    /// In a time that tells nothing about how much of it is right.
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
