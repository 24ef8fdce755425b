package io.directpeering.provisioning.work;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.EventMetadata;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;
import org.jspecify.annotations.Nullable;

/// The head of what this service states.
@ApplicationScoped
public class Statement {

    private final InstantSource clock;

    Statement(InstantSource clock) {
        this.clock = clock;
    }

    /// Of what the automation states about a stage: the same each time it is stated.
    ///
    /// @param outcome name of the record that is stated
    public EventMetadata byAutomation(Job job, String outcome) {
        var stage = job.stage();
        return metadata(
                EventIds.answering(job.peeringId(), stage.connectionId(), stage.sequence(), outcome),
                job.peeringId(),
                stage.connectionId(),
                stage.sequence(),
                Topics.PROVISIONING_SERVICE);
    }

    /// @param answers sequence of the transition that is answered; null: none
    public EventMetadata metadata(
            UUID eventId, UUID peeringId, UUID connectionId, @Nullable Long answers, String actor) {
        return EventMetadata.newBuilder()
                .setEventId(eventId)
                .setPeeringId(peeringId)
                .setConnectionId(connectionId)
                .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setStatedBy(Topics.PROVISIONING_SERVICE)
                .setActor(actor)
                .setAnswers(answers)
                .build();
    }
}
