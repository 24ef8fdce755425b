package io.directpeering.schemas;

import java.util.List;
import java.util.stream.Stream;

import io.directpeering.events.Approved;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionProvisioned;
import io.directpeering.events.BgpValidated;
import io.directpeering.events.BgpValidationFailed;
import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.Deprovisioned;
import io.directpeering.events.FactRefused;
import io.directpeering.events.InformationProvided;
import io.directpeering.events.InformationRequested;
import io.directpeering.events.LegacyConversionRequested;
import io.directpeering.events.LinkTested;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.LoaRevoked;
import io.directpeering.events.MaintenanceAnnounced;
import io.directpeering.events.MaintenanceCancelled;
import io.directpeering.events.MaintenanceCompleted;
import io.directpeering.events.MaintenanceStarted;
import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.events.Rejected;
import io.directpeering.events.RetryRequested;
import io.directpeering.events.SessionDrift;
import io.directpeering.events.StageOverdue;
import io.directpeering.events.TrafficOpened;
import io.directpeering.events.WiringCompleted;
import io.directpeering.schemas.Topic.Retention;

/// Every topic of the suite. The key of a record is the peering id as text; of records about peer ASNs it is the ASN in
/// digits.
public final class Topics {

    public static final String REQUEST_SERVICE = "request-service";
    public static final String APPROVAL_SERVICE = "approval-service";
    public static final String PROVISIONING_SERVICE = "provisioning-service";
    public static final String NOTIFICATION_SERVICE = "notification-service";

    /// The facts: what happened, as stated by the services. The only input of the judge.
    public static final Topic PEERING_EVENTS = new Topic(
            "peering-events",
            List.of(REQUEST_SERVICE, APPROVAL_SERVICE, PROVISIONING_SERVICE),
            List.of(
                    PeeringRequested.class,
                    LegacyConversionRequested.class,
                    InformationRequested.class,
                    InformationProvided.class,
                    Approved.class,
                    Rejected.class,
                    LoaIssued.class,
                    LoaRevoked.class,
                    LinkTested.class,
                    WiringCompleted.class,
                    BgpSessionProvisioned.class,
                    BgpValidated.class,
                    BgpValidationFailed.class,
                    TrafficOpened.class,
                    ProvisioningAborted.class,
                    RetryRequested.class,
                    DeprovisionRequested.class,
                    Deprovisioned.class,
                    MaintenanceAnnounced.class,
                    MaintenanceStarted.class,
                    MaintenanceCompleted.class,
                    MaintenanceCancelled.class,
                    StageOverdue.class),
            Retention.FOR_EVER);

    /// What the judge accepted, numbered per peering without a gap.
    public static final Topic PEERING_TRANSITIONS = new Topic(
            "peering-transitions", List.of(REQUEST_SERVICE), List.of(PeeringTransitioned.class), Retention.FOR_EVER);

    /// What the judge refused, with the reason.
    public static final Topic PEERING_REFUSALS =
            new Topic("peering-refusals", List.of(REQUEST_SERVICE), List.of(FactRefused.class), Retention.FOR_EVER);

    /// The latest snapshot of each peering, for other systems.
    public static final Topic PEERING_STATES = new Topic(
            "peering-states", List.of(REQUEST_SERVICE), List.of(PeeringSnapshot.class), Retention.LATEST_PER_KEY);

    /// What was seen of BGP sessions. Never judged.
    public static final Topic BGP_SESSION_STATES = new Topic(
            "bgp-session-states", List.of(PROVISIONING_SERVICE), List.of(BgpSessionObserved.class), Retention.ONE_WEEK);

    /// Where what is seen of BGP sessions differs from what is intended, and no longer does: alarms, for whoever acts
    /// on them.
    public static final Topic BGP_SESSION_DRIFT = new Topic(
            "bgp-session-drift", List.of(REQUEST_SERVICE), List.of(SessionDrift.class), Retention.NINETY_DAYS);

    /// Peer ASNs as they were registered, every revision.
    public static final Topic PEER_ASN_REGISTRATIONS = new Topic(
            "peer-asn-registrations", List.of(REQUEST_SERVICE), List.of(PeerAsnRegistered.class), Retention.FOR_EVER);

    /// What was found of each registration.
    public static final Topic PEER_ASN_VALIDATIONS = new Topic(
            "peer-asn-validations", List.of(APPROVAL_SERVICE), List.of(PeerAsnValidated.class), Retention.FOR_EVER);

    private Topics() {}

    /// Where a service puts what it cannot read, as it came, with the cause in headers.
    public static Topic deadLetter(String service) {
        return new Topic(service + "-dead-letter", List.of(service), List.of(), Retention.NINETY_DAYS);
    }

    /// Every topic, the dead letters of the four services included.
    public static List<Topic> all() {
        return Stream.concat(
                        Stream.of(
                                PEERING_EVENTS,
                                PEERING_TRANSITIONS,
                                PEERING_REFUSALS,
                                PEERING_STATES,
                                BGP_SESSION_STATES,
                                BGP_SESSION_DRIFT,
                                PEER_ASN_REGISTRATIONS,
                                PEER_ASN_VALIDATIONS),
                        Stream.of(REQUEST_SERVICE, APPROVAL_SERVICE, PROVISIONING_SERVICE, NOTIFICATION_SERVICE)
                                .map(Topics::deadLetter))
                .toList();
    }
}
