package io.directpeering.notification.message;

import java.time.Instant;

/// Something a peer wants to know. Adding one: the compiler then asks for its recipients, its subject and its text.
public sealed interface Message {

    Matter matter();

    /// The request is in and under review.
    record RequestReceived(Matter matter) implements Message {}

    /// The review stands still until the peer answers.
    record InformationNeeded(Matter matter, String question, Instant answerBy) implements Message {}

    /// The answer is in; the review goes on.
    record AnswerReceived(Matter matter) implements Message {}

    /// Approved: the port is being assigned.
    record RequestApproved(Matter matter, Instant wireBy) implements Message {}

    /// A legacy link is adopted as it stands; the session was not touched.
    record LegacyLinkAdopted(Matter matter) implements Message {}

    record RequestRejected(Matter matter, String reason) implements Message {}

    /// The peer took its request back.
    record RequestWithdrawn(Matter matter, String reason) implements Message {}

    /// Port and addresses are assigned; the cross-connect can be ordered.
    record LetterIssued(Matter matter, Instant wireBy) implements Message {}

    record LinkTestRecorded(Matter matter) implements Message {}

    /// The peer's side is done; the operator's session is being set up with DENY ALL.
    record WiringNoted(Matter matter) implements Message {}

    /// The operator's session is up with DENY ALL; validation runs.
    record ValidationStarted(Matter matter) implements Message {}

    /// Validated; DENY ALL is about to be lifted.
    record ConnectionActive(Matter matter) implements Message {}

    /// DENY ALL is lifted.
    record TrafficOpen(Matter matter) implements Message {}

    /// A check of the validation failed.
    record ValidationFailed(Matter matter, String reason) implements Message {}

    /// This attempt was given up.
    record ProvisioningStopped(Matter matter, String reason) implements Message {}

    record ProvisioningRestarted(Matter matter, String reason, Instant wireBy) implements Message {}

    /// The connection is being drained and taken down.
    record TakingDown(Matter matter, String reason) implements Message {}

    /// Session removed, port and addresses released.
    record ConnectionRemoved(Matter matter) implements Message {}

    /// The peer's turn takes longer than agreed.
    record PeerOverdue(Matter matter) implements Message {}

    /// A fact this version does not know changed a state.
    record StateChanged(Matter matter, String reason) implements Message {}
}
