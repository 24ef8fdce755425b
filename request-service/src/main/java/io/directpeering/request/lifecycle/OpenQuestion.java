package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.Collection;

import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.Event.InformationProvided;
import io.directpeering.request.lifecycle.Event.InformationRequested;
import org.jspecify.annotations.Nullable;

/// A question of the operator's that the peer has not answered yet. There is one at most: another takes its place.
///
/// @param askedBy     principal that asked
/// @param answerDueAt null: within the usual time
public record OpenQuestion(
        String question,
        String askedBy,
        Instant askedAt,
        @Nullable Instant answerDueAt) {

    /// What is open after a fact that was accepted.
    ///
    /// @param open        what was open before
    /// @param at          time of the transition
    /// @param connections as they stand after the fact: once none is under review, nothing is asked any more
    static @Nullable OpenQuestion after(
            Event fact, @Nullable OpenQuestion open, Instant at, Collection<Connection> connections) {
        if (connections.stream().noneMatch(each -> each.state() instanceof PendingApproval)) {
            return null;
        }
        return switch (fact) {
            case InformationRequested(var metadata, var question, var answerDueAt) ->
                new OpenQuestion(question, metadata.actor(), at, answerDueAt);
            case InformationProvided _ -> null;
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
                    Event.StageOverdue _ -> open;
        };
    }
}
