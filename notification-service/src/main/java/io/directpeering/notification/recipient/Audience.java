package io.directpeering.notification.recipient;

import io.directpeering.notification.message.Message;

/// Whom a message concerns. The table is here; how one finds the addresses is said where each audience is.
public sealed interface Audience permits PeerAudience, OperatorMailbox {

    static Audience of(Message message) {
        return switch (message) {
            case Message.RequestReceived _,
                    Message.InformationNeeded _,
                    Message.AnswerReceived _,
                    Message.RequestRejected _,
                    Message.RequestWithdrawn _ -> PeerAudience.REVIEW;
            // The decision ends the review and starts the work: both sides need it.
            case Message.RequestApproved _, Message.LegacyLinkAdopted _, Message.StateChanged _ ->
                PeerAudience.DECISION;
            case Message.LetterIssued _,
                    Message.LetterRevoked _,
                    Message.LinkTestRecorded _,
                    Message.WiringNoted _,
                    Message.WiringDue _,
                    Message.ValidationStarted _,
                    Message.ValidationFailed _,
                    Message.ProvisioningStopped _,
                    Message.ProvisioningRestarted _ -> PeerAudience.PROVISIONING;
            case Message.ConnectionActive _, Message.TrafficOpen _ -> PeerAudience.TRAFFIC;
            case Message.TakingDown _, Message.ConnectionRemoved _ -> PeerAudience.TAKEDOWN;
            case Message.LetterExpiring expiring -> expiring.late() ? PeerAudience.OVERDUE : PeerAudience.PROVISIONING;
            case Message.MaintenanceNotice _ -> PeerAudience.MAINTENANCE;
            case Message.PeerOverdue _ -> PeerAudience.OVERDUE;
            case Message.AnswerDue due -> due.late() ? PeerAudience.ANSWER_OVERDUE : PeerAudience.REVIEW;
            case Message.ReviewWaits _, Message.AnswerForReview _ -> OperatorMailbox.REVIEW;
            case Message.ProvisioningFailed _ -> OperatorMailbox.NOC;
            case Message.OperatorOverdue overdue -> overdue.review() ? OperatorMailbox.REVIEW : OperatorMailbox.NOC;
        };
    }
}
