package io.directpeering.notification.mail;

import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.notification.message.Matter;
import io.directpeering.notification.message.Message;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The subject and the text of each message.
@ApplicationScoped
public class Wording {

    /// What templates leave behind where a part of them has nothing to say.
    private static final Pattern MORE_THAN_ONE_BLANK_LINE = Pattern.compile("\n{3,}");

    private final Letterhead letterhead;

    Wording(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    public String text(Message message) {
        var rendered = template(message).data("letterhead", letterhead).render();
        return MORE_THAN_ONE_BLANK_LINE.matcher(rendered).replaceAll("\n\n").strip() + "\n";
    }

    /// Starts alike for all mails of a peering: `[Peering fra-main 1a2b3c4d]`.
    public static String subject(Message message) {
        var matter = message.matter();
        var peering = matter.peering();
        return "[Peering " + peering.name() + " " + peering.shortId() + "] " + topic(message) + which(matter);
    }

    private static String which(Matter matter) {
        return matter.partial() && matter.connections().size() == 1
                ? " (connection " + matter.connections().getFirst().shortId() + ")"
                : "";
    }

    private static String topic(Message message) {
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
            case Message.StateChanged _ -> "State changed";
        };
    }

    private static TemplateInstance template(Message message) {
        return switch (message) {
            case Message.RequestReceived m -> Templates.requestReceived(m.matter());
            case Message.InformationNeeded m -> Templates.informationNeeded(m.matter(), m);
            case Message.AnswerReceived m -> Templates.answerReceived(m.matter());
            case Message.RequestApproved m -> Templates.requestApproved(m.matter(), m);
            case Message.LegacyLinkAdopted m -> Templates.legacyLinkAdopted(m.matter());
            case Message.RequestRejected m -> Templates.requestRejected(m.matter(), m);
            case Message.RequestWithdrawn m -> Templates.requestWithdrawn(m.matter(), m);
            case Message.LetterIssued m -> Templates.letterIssued(m.matter(), m);
            case Message.LinkTestRecorded m -> Templates.linkTestRecorded(m.matter());
            case Message.WiringNoted m -> Templates.wiringNoted(m.matter());
            case Message.ValidationStarted m -> Templates.validationStarted(m.matter());
            case Message.ConnectionActive m -> Templates.connectionActive(m.matter());
            case Message.TrafficOpen m -> Templates.trafficOpen(m.matter());
            case Message.ValidationFailed m -> Templates.validationFailed(m.matter(), m);
            case Message.ProvisioningStopped m -> Templates.provisioningStopped(m.matter(), m);
            case Message.ProvisioningRestarted m -> Templates.provisioningRestarted(m.matter(), m);
            case Message.TakingDown m -> Templates.takingDown(m.matter(), m);
            case Message.ConnectionRemoved m -> Templates.connectionRemoved(m.matter());
            case Message.PeerOverdue m -> Templates.peerOverdue(m.matter());
            case Message.StateChanged m -> Templates.stateChanged(m.matter(), m);
        };
    }

    /// `src/main/resources/templates/Wording/*.txt`, checked against these types by the build.
    @CheckedTemplate
    static final class Templates {

        private Templates() {}

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
    }
}
