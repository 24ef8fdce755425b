package io.directpeering.notification.message;

import java.util.List;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.notification.message.Message.AnswerReceived;
import io.directpeering.notification.message.Message.ConnectionActive;
import io.directpeering.notification.message.Message.ConnectionRemoved;
import io.directpeering.notification.message.Message.InformationNeeded;
import io.directpeering.notification.message.Message.LegacyLinkAdopted;
import io.directpeering.notification.message.Message.LetterIssued;
import io.directpeering.notification.message.Message.LinkTestRecorded;
import io.directpeering.notification.message.Message.PeerOverdue;
import io.directpeering.notification.message.Message.ProvisioningRestarted;
import io.directpeering.notification.message.Message.ProvisioningStopped;
import io.directpeering.notification.message.Message.RequestApproved;
import io.directpeering.notification.message.Message.RequestReceived;
import io.directpeering.notification.message.Message.RequestRejected;
import io.directpeering.notification.message.Message.RequestWithdrawn;
import io.directpeering.notification.message.Message.StateChanged;
import io.directpeering.notification.message.Message.TakingDown;
import io.directpeering.notification.message.Message.TrafficOpen;
import io.directpeering.notification.message.Message.ValidationFailed;
import io.directpeering.notification.message.Message.ValidationStarted;
import io.directpeering.notification.message.Message.WiringNoted;

/// Whether a transition is told, and as what.
public sealed interface Telling {

    record Tell(Message message) implements Telling {}

    /// @param why for the log
    record PassOver(String why) implements Telling {}

    /// The one place that decides it: every fact of the life cycle has its line.
    static Telling of(PeeringTransitioned transition, Deadlines deadlines) {
        var fact = FactType.named(transition.getCause().getType());
        var matter = Matters.of(transition);
        var reason = Matters.reason(transition, matter);
        if (fact.isEmpty()) {
            return transition.getOutcome() == TransitionOutcome.Transitioned
                    ? new Tell(new StateChanged(matter, reason))
                    : new PassOver("a fact that this version does not know, and no state changed");
        }
        var wireBy = matter.enteredAt().plus(deadlines.provisioningStarted());
        return switch (fact.get()) {
            case PeeringRequested, LegacyConversionRequested -> new Tell(new RequestReceived(matter));
            case InformationRequested ->
                new Tell(new InformationNeeded(matter, reason, matter.at().plus(deadlines.information())));
            case InformationProvided -> new Tell(new AnswerReceived(matter));
            case Approved ->
                new Tell(
                        all(matter, ConnectionState.Active)
                                ? new LegacyLinkAdopted(matter)
                                : new RequestApproved(matter, wireBy));
            case Rejected -> new Tell(new RequestRejected(matter, reason));
            case LoaIssued -> new Tell(new LetterIssued(matter, wireBy));
            case LoaRevoked -> new PassOver("the letter that replaces it is told");
            case LinkTested -> new Tell(new LinkTestRecorded(matter));
            case WiringCompleted -> new Tell(new WiringNoted(matter));
            case BgpSessionProvisioned -> new Tell(new ValidationStarted(matter));
            case BgpValidated -> new Tell(new ConnectionActive(matter));
            case BgpValidationFailed -> new Tell(new ValidationFailed(matter, reason));
            case TrafficOpened -> new Tell(new TrafficOpen(matter));
            case ProvisioningAborted -> new Tell(new ProvisioningStopped(matter, reason));
            case RetryRequested -> new Tell(new ProvisioningRestarted(matter, reason, wireBy));
            case DeprovisionRequested ->
                new Tell(
                        all(matter, ConnectionState.Removed)
                                ? new RequestWithdrawn(matter, reason)
                                : new TakingDown(matter, reason));
            case Deprovisioned -> new Tell(new ConnectionRemoved(matter));
            case StageOverdue -> overdue(matter);
        };
    }

    /// A peer is reminded of its own turn only; what the operator owes is the operator's to mend.
    private static Telling overdue(Matter matter) {
        var waiting = matter.connections().stream()
                .filter(connection -> connection.state() == ConnectionState.ProvisioningStarted
                        || connection.state() == ConnectionState.ProvisioningFailed)
                .toList();
        return waiting.isEmpty()
                ? new PassOver("the deadline is the operator's")
                : new Tell(new PeerOverdue(new Matter(matter.peering(), List.copyOf(waiting), matter.at())));
    }

    private static boolean all(Matter matter, ConnectionState state) {
        return matter.connections().stream().allMatch(connection -> connection.state() == state);
    }
}
