package io.directpeering.notification.message;

import java.util.List;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.notification.message.Message.AnswerForReview;
import io.directpeering.notification.message.Message.AnswerReceived;
import io.directpeering.notification.message.Message.ConnectionActive;
import io.directpeering.notification.message.Message.ConnectionRemoved;
import io.directpeering.notification.message.Message.InformationNeeded;
import io.directpeering.notification.message.Message.LegacyLinkAdopted;
import io.directpeering.notification.message.Message.LetterIssued;
import io.directpeering.notification.message.Message.LetterRevoked;
import io.directpeering.notification.message.Message.LinkTestRecorded;
import io.directpeering.notification.message.Message.MaintenanceNotice;
import io.directpeering.notification.message.Message.ProvisioningFailed;
import io.directpeering.notification.message.Message.ProvisioningRestarted;
import io.directpeering.notification.message.Message.ProvisioningStopped;
import io.directpeering.notification.message.Message.RequestApproved;
import io.directpeering.notification.message.Message.RequestReceived;
import io.directpeering.notification.message.Message.RequestRejected;
import io.directpeering.notification.message.Message.RequestWithdrawn;
import io.directpeering.notification.message.Message.ReviewWaits;
import io.directpeering.notification.message.Message.StateChanged;
import io.directpeering.notification.message.Message.TakingDown;
import io.directpeering.notification.message.Message.TrafficOpen;
import io.directpeering.notification.message.Message.ValidationFailed;
import io.directpeering.notification.message.Message.ValidationStarted;
import io.directpeering.notification.message.Message.WiringNoted;

/// Whether a transition is told, and as what.
public sealed interface Telling {

    /// @param messages at least one; one to the peer, one to the operator, or both
    record Tell(List<Message> messages) implements Telling {}

    /// @param why for the log
    record PassOver(String why) implements Telling {}

    /// The one place that decides it: every fact of the life cycle has its line.
    static Telling of(PeeringTransitioned transition, Deadlines deadlines) {
        var fact = FactType.named(transition.getCause().getType());
        var matter = Matters.of(transition);
        var reason = Matters.reason(transition, matter);
        if (fact.isEmpty()) {
            return transition.getOutcome() == TransitionOutcome.Transitioned
                    ? tell(new StateChanged(matter, reason))
                    : new PassOver("a fact that this version does not know, and no state changed");
        }
        var wireBy = matter.enteredAt().plus(deadlines.provisioningStarted());
        return switch (fact.get()) {
            case PeeringRequested, LegacyConversionRequested ->
                tell(new RequestReceived(matter), new ReviewWaits(matter));
            case InformationRequested -> tell(informationNeeded(matter, reason, deadlines));
            case InformationProvided -> tell(new AnswerReceived(matter), new AnswerForReview(matter, reason));
            case Approved ->
                tell(
                        all(matter, ConnectionState.Active)
                                ? new LegacyLinkAdopted(matter)
                                : new RequestApproved(matter, wireBy));
            case Rejected -> tell(new RequestRejected(matter, reason));
            case LoaIssued -> tell(new LetterIssued(matter, wireBy));
            case LoaRevoked -> tell(new LetterRevoked(matter, reason));
            case LinkTested -> tell(new LinkTestRecorded(matter));
            case WiringCompleted -> tell(new WiringNoted(matter));
            case BgpSessionProvisioned -> tell(new ValidationStarted(matter));
            case BgpValidated -> tell(new ConnectionActive(matter));
            case BgpValidationFailed ->
                tell(new ValidationFailed(matter, reason), new ProvisioningFailed(matter, reason));
            case TrafficOpened -> tell(new TrafficOpen(matter));
            case ProvisioningAborted ->
                tell(new ProvisioningStopped(matter, reason), new ProvisioningFailed(matter, reason));
            case RetryRequested -> tell(new ProvisioningRestarted(matter, reason, wireBy));
            case DeprovisionRequested ->
                tell(
                        all(matter, ConnectionState.Removed)
                                ? new RequestWithdrawn(matter, reason)
                                : new TakingDown(matter, reason));
            case Deprovisioned -> tell(new ConnectionRemoved(matter));
            case MaintenanceAnnounced -> maintenance(matter, MaintenanceStatus.Announced, "");
            case MaintenanceStarted -> maintenance(matter, MaintenanceStatus.InProgress, "");
            case MaintenanceCompleted -> maintenance(matter, MaintenanceStatus.Completed, "");
            case MaintenanceCancelled ->
                maintenance(
                        matter,
                        MaintenanceStatus.Cancelled,
                        PlainText.paragraphs(transition.getCause().getReason()));
            case StageOverdue ->
                Overdue.of(matter, transition.getCause().getDeadline(), deadlines)
                        .map(Telling::tell)
                        .orElseGet(() -> new PassOver("it is nobody's turn any more"));
        };
    }

    /// A fact about a maintenance is one connection's.
    private static Telling maintenance(Matter matter, MaintenanceStatus status, String reason) {
        return matter.connections().stream()
                .flatMap(connection -> Stream.ofNullable(connection.maintenance()))
                .findFirst()
                .<Telling>map(work -> tell(new MaintenanceNotice(matter, work, status, reason)))
                .orElseGet(() -> new PassOver("the snapshot has no maintenance"));
    }

    private static Telling tell(Message... messages) {
        return new Tell(List.of(messages));
    }

    private static Message informationNeeded(Matter matter, String question, Deadlines deadlines) {
        var open = matter.peering().openQuestion();
        var answerBy = open == null ? matter.at().plus(deadlines.information()) : open.dueAt(deadlines);
        return new InformationNeeded(matter, question, answerBy);
    }

    private static boolean all(Matter matter, ConnectionState state) {
        return matter.connections().stream().allMatch(connection -> connection.state() == state);
    }
}
