package io.directpeering.request.lifecycle;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds after any sequence of facts, sensible or not. A failure prints its seed and the shortest story.
class LifecyclePropertyTest {

    private static final Edges EDGES = new Edges();
    private static final Set<RefusalCode> REFUSALS = EnumSet.noneOf(RefusalCode.class);

    @Property(tries = 10_000, seed = "20261101")
    void holds(@ForAll("stories") List<Said> story) {
        @Nullable Peering peering = null;
        Map<UUID, Verdict> absorbed = new HashMap<>();
        long sequence = 0;
        for (var said : story) {
            var fact = fact(said, sequence);
            var eventId = fact.metadata().eventId();
            var before = peering;
            var earlier = absorbed.get(eventId);
            switch (Lifecycle.step(new Past(before, earlier), fact)) {
                case Outcome.Advanced(var after, var changes) -> {
                    assertThat(earlier).isNull();
                    assertThat(changes).isNotEmpty();
                    changes.stream()
                            .filter(it -> it.from() != null)
                            .forEach(it -> EDGES.take(it.from().word(), it.to().word()));
                    peering = after;
                }
                case Outcome.Recorded(var after) -> {
                    assertThat(earlier).isNull();
                    assertThat(states(after)).isEqualTo(states(before));
                    peering = after;
                }
                case Outcome.Refused(var verdict, var _) -> {
                    assertThat(earlier).isNull();
                    assertThat(verdict.sequence()).isEqualTo(sequence);
                    assertThat(verdict.reason()).isNotBlank();
                    isRightlyRefused(verdict.code(), before, fact);
                    REFUSALS.add(verdict.code());
                    absorbed.put(eventId, verdict);
                }
                case Outcome.Repeated(var verdict) ->
                    assertThat(verdict).isNotNull().isEqualTo(earlier);
            }
            if (peering != null && peering != before) {
                assertThat(peering.sequence()).isEqualTo(++sequence);
                absorbed.put(eventId, new Verdict.Accepted(sequence));
                isRightlyAccepted(before, fact, peering);
                isSound(before, peering);
            }
        }
    }

    /// Not vacuous: the stories together take every edge and are refused for every reason.
    @AfterContainer
    static void everythingHappened() {
        EDGES.demandEveryOneTaken();
        // A story begins with the request, so that there is a peering.
        assertThat(REFUSALS).isEqualTo(EnumSet.complementOf(EnumSet.of(RefusalCode.NoSuchPeering)));
    }

    @Provide
    Arbitrary<List<Said>> stories() {
        return Said.stories();
    }

    private static Event fact(Said said, long sequence) {
        var connectionId = switch (said.about()) {
            case WHOLE -> null;
            case FIRST -> Given.FIRST;
            case SECOND -> Given.SECOND;
            case STRANGER -> new UUID(2, 99);
        };
        return Objects.requireNonNull(Given.FACTS_OF_TWO.get(said.word()))
                .apply(new Metadata(
                        new UUID(9, said.number()),
                        Given.PEERING,
                        connectionId,
                        Given.NOW.plusSeconds(said.number()),
                        "somebody",
                        said.answers(sequence),
                        said.expects(sequence)));
    }

    private static void isRightlyRefused(RefusalCode code, @Nullable Peering before, Event fact) {
        var metadata = fact.metadata();
        var sequence = before == null ? 0 : before.sequence();
        assertThat(code == RefusalCode.SequenceMismatch)
                .isEqualTo(metadata.expects() != null && metadata.expects() != sequence);
    }

    /// All of what it addresses, or none of it: each connection by itself accepts the fact, in the stage it answers.
    private static void isRightlyAccepted(@Nullable Peering before, Event fact, Peering after) {
        var metadata = fact.metadata();
        if (before == null) {
            return;
        }
        assertThat(metadata.expects() == null || metadata.expects() == before.sequence())
                .isTrue();
        for (int index = 0; index < before.connections().size(); index++) {
            var was = before.connections().get(index);
            var is = after.connections().get(index);
            var addressed =
                    metadata.connectionId() == null ? was.live() : was.id().equals(metadata.connectionId());
            if (addressed) {
                assertThat(Table.move(was.state(), was.routePolicy(), before.origin(), fact))
                        .isNotInstanceOf(Move.Refuse.class);
                assertThat(was.hasLeftStageOf(fact)).isFalse();
            } else {
                assertThat(is).isEqualTo(was);
            }
        }
    }

    private static void isSound(@Nullable Peering before, Peering after) {
        assertThat(before == null || !after.updatedAt().isBefore(before.updatedAt()))
                .isTrue();
        assertThat(after.connections())
                .noneMatch(
                        it -> it.routePolicy() == RoutePolicy.Allow && !(it.state() instanceof ConnectionState.Active));
        assertThat(after.connections())
                .noneMatch(it -> it.maintenance() != null
                        && it.maintenance().open()
                        && !(it.state() instanceof ConnectionState.Active));
        assertThat(after.inquiry().open() == null
                        || after.connections().stream().anyMatch(it -> it.state() instanceof PendingApproval))
                .isTrue();
    }

    private static List<ConnectionState> states(@Nullable Peering peering) {
        return Objects.requireNonNull(peering).connections().stream()
                .map(Connection::state)
                .toList();
    }
}
