package io.directpeering.notification.mail;

import io.directpeering.notification.message.Matter;
import io.directpeering.notification.message.Message;

/// The subject of each message.
final class Subject {

    private Subject() {}

    /// Starts alike for all mails of a peering: `[Peering fra-main 1a2b3c4d]`.
    static String of(Message message) {
        var matter = message.matter();
        var peering = matter.peering();
        return "[Peering " + peering.name() + " " + peering.shortId() + "] " + topic(message) + which(matter);
    }

    private static String which(Matter matter) {
        return matter.partial() && matter.connections().size() == 1
                ? " (connection " + matter.connections().getFirst().shortId() + ")"
                : "";
    }

    /// What it is about, in a few words.
    static String topic(Message message) {
        return switch (message) {
            case Message.RequestReceived _ -> "Request received";
            case Message.InformationNeeded _ -> "Your answer is needed";
            case Message.AnswerReceived _ -> "Your answer is in";
            case Message.RequestApproved _ -> "Request approved";
            case Message.LegacyLinkAdopted _ -> "Existing link adopted";
            case Message.RequestRejected _ -> "Request rejected";
            case Message.RequestWithdrawn _ -> "Request withdrawn";
            case Message.LetterIssued _ -> "Letter of authorization issued";
            case Message.LinkTestRecorded(Matter matter) ->
                matter.connections().stream()
                                .anyMatch(connection -> connection.linkTest() != null
                                        && !connection.linkTest().passed())
                        ? "Link test failed"
                        : "Link test passed";
            case Message.WiringNoted _ -> "Wiring completed";
            case Message.ValidationStarted _ -> "Validation started";
            case Message.ConnectionActive _ -> "Active";
            case Message.TrafficOpen _ -> "Traffic is open";
            case Message.ValidationFailed _ -> "Validation failed";
            case Message.ProvisioningStopped _ -> "Provisioning stopped";
            case Message.ProvisioningRestarted _ -> "Provisioning starts again";
            case Message.TakingDown _ -> "Being taken down";
            case Message.ConnectionRemoved _ -> "Removed";
            case Message.PeerOverdue _ -> "Waiting for you";
            case Message.AnswerDue due -> due.late() ? "Your answer is overdue" : "Your answer is due";
            case Message.LetterRevoked _ -> "Letter of authorization revoked";
            case Message.LetterExpiring expiring ->
                expiring.late() ? "Letter of authorization expired" : "Letter of authorization expires soon";
            case Message.MaintenanceNotice notice ->
                switch (notice.status()) {
                    case Announced -> "Maintenance planned";
                    case InProgress -> "Maintenance started";
                    case Completed -> "Maintenance completed";
                    case Cancelled -> "Maintenance cancelled";
                    case Unknown -> "Maintenance";
                };
            case Message.WiringDue _ -> "Please finish the wiring";
            case Message.ReviewWaits _ -> "A request waits for review";
            case Message.AnswerForReview _ -> "The peer answered";
            case Message.ProvisioningFailed _ -> "Provisioning failed";
            case Message.OperatorOverdue _ -> "Overdue on our side";
            case Message.StateChanged _ -> "State changed";
        };
    }
}
