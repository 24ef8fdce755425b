package io.directpeering.request.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.directpeering.events.*;
import io.directpeering.request.lifecycle.Edges;
import io.directpeering.request.lifecycle.Said;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

import static io.directpeering.schemas.Topics.PEERING_EVENTS;
import static io.directpeering.schemas.Topics.PEERING_REFUSALS;
import static io.directpeering.schemas.Topics.PEERING_STATES;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static org.assertj.core.api.Assertions.assertThat;

/// What holds of the topics and the store after any story, with time passing in between. All stories are told to one
/// judge, a peering each, so that they also pass each other by. A failure prints its seed and the shortest story.
class JudgePropertyTest {

    private static final String TIME_PASSES = "(time passes)";

    private static final JudgeDriver JUDGE = new JudgeDriver();
    private static final Edges EDGES = new Edges();
    private static final AtomicLong STORIES = new AtomicLong();
    private static final AtomicLong OVERDUE = new AtomicLong();
    private static final Map<String, Account> ACCOUNTS = new HashMap<>();

    @Property(tries = 1_000, seed = "20261101")
    void holds(@ForAll("stories") List<Said> story) {
        var number = STORIES.incrementAndGet();
        var facts = new Facts(new UUID(1, number), new UUID(2, number), new UUID(3, number));
        var account = new Account(EDGES);
        ACCOUNTS.put(facts.peeringId().toString(), account);
        var stated = new HashSet<UUID>();
        for (var said : story) {
            if (said.word().equals(TIME_PASSES)) {
                JUDGE.advance(Duration.ofHours(said.number()));
            } else {
                var fact = SaidFact.of(facts, said, account.sequence(), JUDGE.now());
                stated.add(((EventMetadata) fact.get(0)).getEventId());
                JUDGE.stateNow(fact);
            }
            JUDGE.out(PEERING_EVENTS).stream()
                    .map(it -> ((StageOverdue) it.value()).getMetadata())
                    .peek(_ -> OVERDUE.incrementAndGet())
                    .filter(it -> it.getPeeringId().equals(facts.peeringId()))
                    .forEach(it -> stated.add(it.getEventId()));
            read();
            account.agreesWith(JUDGE.stored(facts.peeringId()));
        }
        assertThat(account.outcomes()).isEqualTo(stated.size());
    }

    @AfterContainer
    static void everythingHappenedAndStillAgrees() {
        EDGES.demandEveryOneTaken();
        assertThat(OVERDUE).hasPositiveValue();
        ACCOUNTS.forEach((key, account) -> account.agreesWith(JUDGE.stored(UUID.fromString(key))));
        assertThat(JUDGE.dead()).isEmpty();
        JUDGE.close();
    }

    @Provide
    Arbitrary<List<Said>> stories() {
        return Said.stories(TIME_PASSES);
    }

    private static void read() {
        JUDGE.out(PEERING_TRANSITIONS).forEach(it -> account(it.key()).transitioned((PeeringTransitioned) it.value()));
        JUDGE.out(PEERING_REFUSALS).forEach(it -> account(it.key()).refused((FactRefused) it.value()));
        JUDGE.out(PEERING_STATES).forEach(it -> account(it.key()).stands((PeeringSnapshot) it.value()));
    }

    private static Account account(String peeringId) {
        return Objects.requireNonNull(
                ACCOUNTS.get(peeringId), () -> "output about " + peeringId + ", of which nothing was stated");
    }
}
