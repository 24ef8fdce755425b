package io.directpeering.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.Cause;
import io.directpeering.events.ConnectionMaintenance;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.Demarcation;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.LinkTest;
import io.directpeering.events.Loa;
import io.directpeering.events.Maintenance;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.OpenQuestion;
import io.directpeering.events.Origin;
import io.directpeering.events.PassedDeadline;
import io.directpeering.events.Peer;
import io.directpeering.events.PeerDemarcation;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAddresses;
import io.directpeering.events.SessionAuth;
import io.directpeering.events.StateChange;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.EventIds;
import org.jspecify.annotations.Nullable;

/// A peering with two connections and the transitions that tests say it went through.
public final class Example {

    public final UUID peeringId = UUID.randomUUID();
    public final UUID first = UUID.randomUUID();
    public final UUID second = UUID.randomUUID();

    public String peeringName = "fra-main";
    public String peerName = "Example Peer";
    public long peerAsn = 64501;
    public Origin origin = Origin.New;
    public @Nullable OpenQuestion openQuestion;
    public @Nullable Loa loa;
    public boolean loaRevoked;
    public @Nullable PassedDeadline deadline;
    public @Nullable ConnectionMaintenance maintenance;
    public LinkTest linkTest = new LinkTest(true, 100, 100, 0.4, null, 0.3, 0.9);
    public @Nullable PeerDemarcation peerEnd;
    public @Nullable Instant enteredAt;
    public Instant occurredAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    public List<Contact> contacts = List.of(
            contact(ContactRole.Noc, "noc@peer.example"),
            contact(ContactRole.Technical, "tech@peer.example"),
            contact(ContactRole.Policy, "policy@peer.example"));

    public static Contact contact(ContactRole role, @Nullable String email) {
        return new Contact(role, "Somebody", email, "+1 555 0101");
    }

    /// Its question, asked when the example happened.
    public void asks(String question, @Nullable Instant answerDueAt) {
        openQuestion = new OpenQuestion(question, "reviewer@example.net", occurredAt, answerDueAt);
    }

    /// Work on its connections in the two hours after it happened.
    public void works(MaintenanceStatus status, String reason) {
        maintenance = new ConnectionMaintenance(
                new Maintenance(
                        new UUID(7, 7),
                        occurredAt.plus(1, ChronoUnit.HOURS),
                        occurredAt.plus(3, ChronoUnit.HOURS),
                        MaintenanceImpact.ReducedRedundancy,
                        reason),
                status);
    }

    public PassedDeadline passed() {
        return Objects.requireNonNull(deadline);
    }

    /// What the next StageOverdue is about: a deadline at the example's time, or ahead of it.
    public void passes(DeadlineKind kind, boolean warning) {
        deadline = new PassedDeadline(kind, warning ? occurredAt.plus(2, ChronoUnit.DAYS) : occurredAt, warning);
    }

    /// A fact about both connections that brought them into a state.
    public PeeringTransitioned both(long sequence, String fact, ConnectionState state, @Nullable String reason) {
        return transition(sequence, fact, null, state, reason, true);
    }

    /// A fact about the first connection that brought it into a state.
    public PeeringTransitioned one(long sequence, String fact, ConnectionState state, @Nullable String reason) {
        return transition(sequence, fact, first, state, reason, true);
    }

    /// A fact about the first connection that changed no state.
    public PeeringTransitioned recorded(long sequence, String fact, ConnectionState state, @Nullable String reason) {
        return transition(sequence, fact, first, state, reason, false);
    }

    /// From the request to being taken down, with a question, a failure and a second attempt on the way.
    PeeringTransitioned[] walk() {
        return new PeeringTransitioned[] {
            both(1, "PeeringRequested", ConnectionState.PendingApproval, null),
            both(2, "InformationRequested", ConnectionState.PendingApproval, "Which facility do you prefer?"),
            both(3, "InformationProvided", ConnectionState.PendingApproval, "Either."),
            both(4, "Approved", ConnectionState.ProvisioningStarted, null),
            recorded(5, "LoaIssued", ConnectionState.ProvisioningStarted, null),
            recorded(6, "LinkTested", ConnectionState.ProvisioningStarted, null),
            one(7, "WiringCompleted", ConnectionState.ProvisioningCompleted, null),
            one(8, "BgpSessionProvisioned", ConnectionState.Validating, null),
            one(9, "BgpValidationFailed", ConnectionState.ProvisioningFailed, "IPv6 session is not Established"),
            one(10, "RetryRequested", ConnectionState.ProvisioningStarted, "We fixed it"),
            one(11, "BgpValidated", ConnectionState.Active, null),
            recorded(12, "TrafficOpened", ConnectionState.Active, null),
            one(13, "DeprovisionRequested", ConnectionState.PendingRemove, "Moving out"),
            recorded(14, "StageOverdue", ConnectionState.PendingRemove, null)
        };
    }

    private PeeringTransitioned transition(
            long sequence,
            String fact,
            @Nullable UUID connection,
            ConnectionState state,
            @Nullable String reason,
            boolean changed) {
        var changes = new ArrayList<StateChange>();
        if (changed) {
            changes.add(new StateChange(first, null, state));
            if (connection == null) {
                changes.add(new StateChange(second, null, state));
            }
        }
        return new PeeringTransitioned(
                new EventMetadata(
                        EventIds.ofTransition(peeringId, sequence),
                        peeringId,
                        connection,
                        occurredAt,
                        "request-service",
                        "alice@peer.example",
                        null,
                        null),
                sequence,
                new Cause(UUID.randomUUID(), fact, "request-service", occurredAt, reason, deadline),
                changed ? TransitionOutcome.Transitioned : TransitionOutcome.Recorded,
                changes,
                snapshot(sequence, state));
    }

    private PeeringSnapshot snapshot(long sequence, ConnectionState state) {
        return new PeeringSnapshot(
                peeringId,
                sequence,
                occurredAt,
                PeeringState.valueOf(state.name()),
                false,
                origin,
                peeringName,
                "Frankfurt",
                DirectPeeringType.Edge,
                new Peer(peerAsn, peerName, ValidationState.Approved, contacts),
                "alice@peer.example",
                occurredAt,
                List.of(connection(first, state), connection(second, state)),
                openQuestion,
                null);
    }

    private ConnectionSnapshot connection(UUID id, ConnectionState state) {
        return new ConnectionSnapshot(
                id,
                state,
                null,
                1L,
                enteredAt == null ? occurredAt : enteredAt,
                RoutePolicy.DenyAll,
                new RequestedConnection(
                        id,
                        58,
                        10000,
                        SessionAddressProvider.Operator,
                        null,
                        null,
                        1000,
                        200,
                        SessionAuth.NoAuth,
                        null),
                new Demarcation(
                        58,
                        "Digital Realty Frankfurt FRA1-16",
                        "fra1-edge1",
                        "et-0/0/1",
                        "A12",
                        "PP-3",
                        "1-2",
                        "10GBASE-LR",
                        "LC/UPC",
                        "Duplex"),
                List.of(
                        new SessionAddresses(AddressFamily.IPv4, "198.51.100.0/31", "198.51.100.0", "198.51.100.1"),
                        new SessionAddresses(
                                AddressFamily.IPv6, "2001:db8:ffff::/127", "2001:db8:ffff::", "2001:db8:ffff::1")),
                loa == null ? new Loa("LOA-2026-000001", occurredAt, occurredAt.plus(60, ChronoUnit.DAYS), null) : loa,
                linkTest,
                null,
                peerEnd,
                loaRevoked,
                maintenance);
    }
}
