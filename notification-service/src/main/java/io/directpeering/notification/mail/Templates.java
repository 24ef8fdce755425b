package io.directpeering.notification.mail;

import io.directpeering.notification.message.Matter;
import io.directpeering.notification.message.Message;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// `src/main/resources/templates/Wording/*`, each as `.txt` and as `.html`, checked against these types by the build.
@CheckedTemplate(basePath = "Wording")
final class Templates {

    private Templates() {}

    static TemplateInstance of(Message message) {
        return switch (message) {
            case Message.RequestReceived m -> requestReceived(m.matter());
            case Message.InformationNeeded m -> informationNeeded(m.matter(), m);
            case Message.AnswerReceived m -> answerReceived(m.matter());
            case Message.RequestApproved m -> requestApproved(m.matter(), m);
            case Message.LegacyLinkAdopted m -> legacyLinkAdopted(m.matter());
            case Message.RequestRejected m -> requestRejected(m.matter(), m);
            case Message.RequestWithdrawn m -> requestWithdrawn(m.matter(), m);
            case Message.LetterIssued m -> letterIssued(m.matter(), m);
            case Message.LinkTestRecorded m -> linkTestRecorded(m.matter());
            case Message.WiringNoted m -> wiringNoted(m.matter());
            case Message.ValidationStarted m -> validationStarted(m.matter());
            case Message.ConnectionActive m -> connectionActive(m.matter());
            case Message.TrafficOpen m -> trafficOpen(m.matter());
            case Message.ValidationFailed m -> validationFailed(m.matter(), m);
            case Message.ProvisioningStopped m -> provisioningStopped(m.matter(), m);
            case Message.ProvisioningRestarted m -> provisioningRestarted(m.matter(), m);
            case Message.TakingDown m -> takingDown(m.matter(), m);
            case Message.ConnectionRemoved m -> connectionRemoved(m.matter());
            case Message.PeerOverdue m -> peerOverdue(m.matter());
            case Message.StateChanged m -> stateChanged(m.matter(), m);
            case Message.AnswerDue m -> answerDue(m.matter(), m);
            case Message.LetterRevoked m -> letterRevoked(m.matter(), m);
            case Message.LetterExpiring m -> letterExpiring(m.matter(), m);
            case Message.MaintenanceNotice m -> maintenanceNotice(m.matter(), m);
            case Message.WiringDue m -> wiringDue(m.matter(), m);
            case Message.AnswerForReview m -> answerForReview(m.matter(), m);
            case Message.ProvisioningFailed m -> provisioningFailed(m.matter(), m);
            case Message.OperatorOverdue m -> operatorOverdue(m.matter(), m);
            case Message.ReviewWaits m -> reviewWaits(m.matter());
        };
    }

    static native TemplateInstance requestReceived(Matter matter);

    static native TemplateInstance informationNeeded(Matter matter, Message.InformationNeeded message);

    static native TemplateInstance answerReceived(Matter matter);

    static native TemplateInstance requestApproved(Matter matter, Message.RequestApproved message);

    static native TemplateInstance legacyLinkAdopted(Matter matter);

    static native TemplateInstance requestRejected(Matter matter, Message.RequestRejected message);

    static native TemplateInstance requestWithdrawn(Matter matter, Message.RequestWithdrawn message);

    static native TemplateInstance letterIssued(Matter matter, Message.LetterIssued message);

    static native TemplateInstance linkTestRecorded(Matter matter);

    static native TemplateInstance wiringNoted(Matter matter);

    static native TemplateInstance validationStarted(Matter matter);

    static native TemplateInstance connectionActive(Matter matter);

    static native TemplateInstance trafficOpen(Matter matter);

    static native TemplateInstance validationFailed(Matter matter, Message.ValidationFailed message);

    static native TemplateInstance provisioningStopped(Matter matter, Message.ProvisioningStopped message);

    static native TemplateInstance provisioningRestarted(Matter matter, Message.ProvisioningRestarted message);

    static native TemplateInstance takingDown(Matter matter, Message.TakingDown message);

    static native TemplateInstance connectionRemoved(Matter matter);

    static native TemplateInstance peerOverdue(Matter matter);

    static native TemplateInstance stateChanged(Matter matter, Message.StateChanged message);

    static native TemplateInstance answerDue(Matter matter, Message.AnswerDue message);

    static native TemplateInstance letterRevoked(Matter matter, Message.LetterRevoked message);

    static native TemplateInstance letterExpiring(Matter matter, Message.LetterExpiring message);

    static native TemplateInstance maintenanceNotice(Matter matter, Message.MaintenanceNotice message);

    static native TemplateInstance wiringDue(Matter matter, Message.WiringDue message);

    static native TemplateInstance answerForReview(Matter matter, Message.AnswerForReview message);

    static native TemplateInstance provisioningFailed(Matter matter, Message.ProvisioningFailed message);

    static native TemplateInstance operatorOverdue(Matter matter, Message.OperatorOverdue message);

    static native TemplateInstance reviewWaits(Matter matter);

    static native TemplateInstance webhookDisabled(WebhookNotice notice);
}
