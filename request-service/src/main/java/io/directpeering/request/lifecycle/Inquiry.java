package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.Collection;

import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.Event.InformationProvided;
import io.directpeering.request.lifecycle.Event.InformationRequested;
import org.jspecify.annotations.Nullable;

/// What the operator asks during a review. There is one question at most: another takes its place.
///
/// @param open       null: nothing is asked
/// @param answeredAt when the latest question was answered, from when on it is the operator's turn again; null: none
/// was
public record Inquiry(@Nullable OpenQuestion open, @Nullable Instant answeredAt) {

    /// Nothing was asked.
    public static final Inquiry NONE = new Inquiry(null, null);

    /// What is asked after a fact that was accepted.
    ///
    /// @param at          time of the transition
    /// @param connections as they stand after the fact: once none is under review, nothing is asked any more
    Inquiry after(Event fact, Instant at, Collection<Connection> connections) {
        if (connections.stream().noneMatch(each -> each.state() instanceof PendingApproval)) {
            return NONE;
        }
        return switch (fact) {
            case InformationRequested(var metadata, var question, var answerDueAt) ->
                new Inquiry(new OpenQuestion(question, metadata.actor(), at, answerDueAt), answeredAt);
            // What is told unasked does not give the operator more time.
            case InformationProvided _ -> open == null ? this : new Inquiry(null, at);
            case Event.Opening _,
                    Event.Approved _,
                    Event.Rejected _,
                    Event.LoaIssued _,
                    Event.LoaRevoked _,
                    Event.LinkTested _,
                    Event.WiringCompleted _,
                    Event.BgpSessionProvisioned _,
                    Event.BgpValidated _,
                    Event.BgpValidationFailed _,
                    Event.TrafficOpened _,
                    Event.ProvisioningAborted _,
                    Event.RetryRequested _,
                    Event.DeprovisionRequested _,
                    Event.Deprovisioned _,
                    Event.MaintenanceAnnounced _,
                    Event.MaintenanceStarted _,
                    Event.MaintenanceCompleted _,
                    Event.MaintenanceCancelled _,
                    Event.StageOverdue _ -> this;
        };
    }
}
