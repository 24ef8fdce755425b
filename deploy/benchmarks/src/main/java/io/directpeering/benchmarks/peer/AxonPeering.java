package io.directpeering.benchmarks.peer;

import io.directpeering.benchmarks.work.Step;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// A peering as an event-sourced aggregate.
public final class AxonPeering {

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable String state;

    /// Commands.
    public record Request(@TargetAggregateIdentifier String id, String terms) {}

    public record Take(@TargetAggregateIdentifier String id, Step step) {}

    /// Events.
    public record Requested(String id, String terms) {}

    public record Taken(String id, Step step) {}

    /// For the framework, which replays into it.
    AxonPeering() {}

    @CommandHandler
    AxonPeering(Request command) {
        apply(new Requested(command.id(), command.terms()));
    }

    @CommandHandler
    void on(Take command) {
        if (!command.step().from().equals(state)) {
            throw new IllegalStateException(id + " is not " + command.step().from());
        }
        apply(new Taken(command.id(), command.step()));
    }

    @EventSourcingHandler
    void on(Requested event) {
        id = event.id();
        state = Step.REQUEST.state();
    }

    @EventSourcingHandler
    void on(Taken event) {
        state = event.step().state();
    }
}
