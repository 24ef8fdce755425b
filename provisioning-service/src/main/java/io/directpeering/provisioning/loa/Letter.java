package io.directpeering.provisioning.loa;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.directpeering.events.Demarcation;
import io.directpeering.events.Loa;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// Storage of a letter of authorization: what it says, and whether it still holds.
@Entity
@SuppressWarnings("NullAway.Init")
public class Letter extends PanacheEntityBase {

    /// Where a letter stands.
    public enum Status {
        ISSUED("Issued"),
        USED("Used"),
        EXPIRED("Expired"),
        REVOKED("Revoked");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    public String number;

    @Column(name = "connection_id")
    public UUID connectionId;

    @Column(name = "peering_id")
    public UUID peeringId;

    @Enumerated(EnumType.STRING)
    public Status status = Status.ISSUED;

    @Column(name = "issued_at")
    public Instant issuedAt;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "issued_sequence")
    public long issuedSequence;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    @Column(name = "end_reason")
    public @Nullable String endReason;

    /// Symbols alone, without groups; null: it cannot be verified.
    @Column(name = "verification_code")
    public @Nullable String verificationCode;

    @Column(name = "operator_name")
    public String operatorName;

    @Column(name = "peer_name")
    public String peerName;

    @Column(name = "peer_asn")
    public long peerAsn;

    @Column(name = "peering_name")
    public String peeringName;

    @Column(name = "peering_location")
    public String peeringLocation;

    @Column(name = "bandwidth_in_mbps")
    public int bandwidthInMbps;

    @Column(name = "peeringdb_facility_id")
    public int peeringDBFacilityId;

    @Column(name = "facility_name")
    public String facilityName;

    public String router;
    public String port;
    public String rack;

    @Column(name = "patch_panel")
    public String patchPanel;

    @Column(name = "patch_panel_port")
    public String patchPanelPort;

    public String media;
    public String connector;
    public String duplex;

    /// Expiry needs nobody to note it.
    Status statusAt(Instant now) {
        return status == Status.ISSUED && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    /// When it ceased to hold; null: it holds.
    @Nullable
    Instant endedAt(Instant now) {
        return statusAt(now) == Status.EXPIRED ? expiresAt : endedAt;
    }

    /// Empty where it has none.
    String groupedCode() {
        return verificationCode == null ? "" : new VerificationCode(verificationCode).grouped();
    }

    void take(Loa loa) {
        number = loa.getNumber();
        issuedAt = loa.getIssuedAt();
        expiresAt = loa.getExpiresAt();
        var code = loa.getVerificationCode();
        verificationCode = code == null
                ? null
                : VerificationCode.typed(code).map(VerificationCode::symbols).orElse(null);
    }

    void take(Demarcation demarcation) {
        peeringDBFacilityId = demarcation.getPeeringDBFacilityId();
        facilityName = demarcation.getFacilityName();
        router = demarcation.getRouter();
        port = demarcation.getRouterPort();
        rack = demarcation.getRack();
        patchPanel = demarcation.getPatchPanel();
        patchPanelPort = demarcation.getPatchPanelPort();
        media = demarcation.getMedia();
        connector = demarcation.getConnector();
        duplex = demarcation.getDuplex();
    }
}
