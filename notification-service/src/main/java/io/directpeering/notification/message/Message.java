package io.directpeering.notification.message;

import java.time.Instant;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceStatus;

/// Something a peer or the operator wants to know. Adding one: the compiler then asks for its recipients, its subject
/// and its text.
public sealed interface Message {

    Matter matter();

    /// What the operator's own people are told.
    sealed interface ToOperator extends Message {}

    /// The request is in and under review.
    record RequestReceived(Matter matter) implements Message {}

    /// The review stands still until the peer answers.
    record InformationNeeded(Matter matter, String question, Instant answerBy) implements Message {}

    /// The answer is in; the review goes on.
    record AnswerReceived(Matter matter) implements Message {}

    /// The answer to the operator's question is due soon, or late.
    record AnswerDue(Matter matter, String question, Instant answerBy, boolean late) implements Message {}

    /// Approved: the port is being assigned.
    record RequestApproved(Matter matter, Instant wireBy) implements Message {}

    /// A legacy link is adopted as it stands; the session was not touched.
    record LegacyLinkAdopted(Matter matter) implements Message {}

    record RequestRejected(Matter matter, String reason) implements Message {}

    /// The peer took its request back.
    record RequestWithdrawn(Matter matter, String reason) implements Message {}

    /// Port and addresses are assigned; the cross-connect can be ordered.
    record LetterIssued(Matter matter, Instant wireBy) implements Message {}

    /// The letter counts no more; wiring waits for another.
    record LetterRevoked(Matter matter, String reason) implements Message {}

    /// The letter's window closes soon, or has closed.
    record LetterExpiring(Matter matter, Instant wireBy, boolean late) implements Message {}

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

    /// Planned work on a connection has got so far.
    ///
    /// @param reason why it is cancelled, if somebody said; else empty
    record MaintenanceNotice(Matter matter, Work work, MaintenanceStatus status, String reason) implements Message {

        public boolean announced() {
            return status == MaintenanceStatus.Announced;
        }

        public boolean started() {
            return status == MaintenanceStatus.InProgress;
        }

        public boolean completed() {
            return status == MaintenanceStatus.Completed;
        }
    }

    /// The time to wire is nearly over.
    record WiringDue(Matter matter, Instant wireBy) implements Message {}

    /// The peer's turn takes longer than agreed.
    record PeerOverdue(Matter matter) implements Message {}

    /// A fact this version does not know changed a state.
    record StateChanged(Matter matter, String reason) implements Message {}

    /// A request waits for its review.
    record ReviewWaits(Matter matter) implements ToOperator {}

    /// The peer answered; its review can go on.
    record AnswerForReview(Matter matter, String answer) implements ToOperator {}

    /// An attempt to provision failed, or was given up.
    record ProvisioningFailed(Matter matter, String reason) implements ToOperator {}

    /// The operator's own turn takes longer than agreed.
    record OperatorOverdue(Matter matter) implements ToOperator {

        /// Whether it is the review that is late.
        public boolean review() {
            return matter.connections().stream()
                    .allMatch(connection -> connection.state() == ConnectionState.PendingApproval);
        }
    }
}
