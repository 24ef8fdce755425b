package io.directpeering.request.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.request.lifecycle.Said;
import io.directpeering.schemas.Topics;
import net.jqwik.api.sessions.JqwikSession;
import org.apache.avro.specific.SpecificRecord;

/// Random stories of many peerings as the judge decided them: what stands on the topics of transitions and refusals.
///
/// @param transitions in the judge's order
/// @param refusals    in the judge's order
public record JudgedStories(List<SpecificRecord> transitions, List<SpecificRecord> refusals) {

    private static final String TIME_PASSES = "(time passes)";
    private static final int AS_MANY_AS_PROPERTIES = 1_000;

    /// @param seed  the same stories every time
    /// @param count how many peerings
    public static JudgedStories of(long seed, int count) {
        var told = new JudgedStories(new ArrayList<>(), new ArrayList<>());
        JqwikSession.run(() -> {
            var random = new Random(seed);
            var stories = Said.stories(TIME_PASSES).generator(AS_MANY_AS_PROPERTIES);
            try (var judge = new JudgeDriver()) {
                for (int number = 1; number <= count; number++) {
                    told.tell(
                            judge,
                            new Facts(id(random), id(random), id(random)),
                            stories.next(random).value());
                }
            }
        });
        return told;
    }

    private void tell(JudgeDriver judge, Facts facts, List<Said> story) {
        long sequence = 0;
        for (var said : story) {
            if (said.word().equals(TIME_PASSES)) {
                judge.advance(Duration.ofHours(said.number()));
            } else {
                judge.advance(Duration.ofMinutes(1));
                judge.stateNow(SaidFact.of(facts, said, sequence, judge.now()));
            }
            judge.out(Topics.PEERING_EVENTS);
            for (var each : judge.out(Topics.PEERING_TRANSITIONS)) {
                transitions.add(each.value());
                var transition = (PeeringTransitioned) each.value();
                if (transition.getMetadata().getPeeringId().equals(facts.peeringId())) {
                    sequence = transition.getSequence();
                }
            }
            judge.out(Topics.PEERING_REFUSALS).forEach(each -> refusals.add(each.value()));
        }
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
