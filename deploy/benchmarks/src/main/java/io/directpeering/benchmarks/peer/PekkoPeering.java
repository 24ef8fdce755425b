package io.directpeering.benchmarks.peer;

import java.util.UUID;

import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Terms;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/// A peering as a persistent actor. An event is the name of its step; the request's has the terms behind a line feed.
final class PekkoPeering extends EventSourcedBehavior<PekkoPeering.Take, String, String> {

    private static final String NOT_REQUESTED = "";

    private final UUID peering;

    /// @param replyTo told the state after the step, or as it was where the step does not fit
    record Take(UUID peering, Step step, ActorRef<String> replyTo) {}

    PekkoPeering(UUID peering) {
        super(PersistenceId.ofUniqueId(peering.toString()));
        this.peering = peering;
    }

    @Override
    public String emptyState() {
        return NOT_REQUESTED;
    }

    @Override
    public CommandHandler<Take, String, String> commandHandler() {
        return newCommandHandlerBuilder().forAnyState().onAnyCommand((state, take) -> {
            var step = take.step();
            if (step == Step.REQUEST ? !state.equals(NOT_REQUESTED) : !state.equals(step.from())) {
                return Effect().none().thenRun(now -> take.replyTo().tell(now));
            }
            var event = step == Step.REQUEST ? step.name() + "\n" + Terms.of(peering) : step.name();
            return Effect().persist(event).thenRun(now -> take.replyTo().tell(now));
        });
    }

    @Override
    public EventHandler<String, String> eventHandler() {
        return (_, event) ->
                Step.valueOf(event.lines().findFirst().orElseThrow()).state();
    }
}
