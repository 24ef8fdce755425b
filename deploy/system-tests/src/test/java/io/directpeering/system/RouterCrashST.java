package io.directpeering.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.directpeering.local.issuer.Person;
import io.directpeering.system.RouterLab.Edge;
import io.directpeering.system.Tap.Moment;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Of two provisioning-services, the one that writes to a router is killed at each step of each change, and the other
/// or its successor brings the change to its end. Nothing flows before Active, and nothing is left after Removed.
@EnabledIfSystemProperty(
        named = "scaled",
        matches = "true",
        disabledReason = "starts two of each service and takes minutes; -Dscaled=true runs it")
class RouterCrashST {

    private static final int PORT_OFFSET = 11_000;
    private static final long FIRST_ASN = 240_000;
    private static final int TOO_MANY_STEPS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String LIST = """
            {"source":"a test","ipv4":[{"prefix":"203.0.113.0/27","longest":29}],"ipv6":[]}""";
    /// What the peer's routers announce of it.
    private static final Set<String> LISTED = Set.of("203.0.113.8/29", "203.0.113.16/29", "203.0.113.24/29");

    /// A change of a router, made in steps.
    private enum Stage {
        DENY_ALL,
        OPEN,
        FILTER,
        REMOVE
    }

    @ParameterizedTest
    @EnumSource
    void killedAtEachStepOfEachChange(Edge edge) throws Exception {
        try (var lab = RouterLab.start();
                var tap = lab.tap(edge);
                var suite = Suite.start("router-crash", PORT_OFFSET, lab.environment(), "--replicas", "2")) {
            var kills = new EnumMap<Stage, Integer>(Stage.class);
            var number = 0;
            for (var moment : Moment.values()) {
                var stages = List.of(Stage.values());
                for (var step = 1; !stages.isEmpty(); step++) {
                    assertThat(step).as("steps of " + stages).isLessThan(TOO_MANY_STEPS);
                    // When
                    var killed = new Killed(suite, lab, edge, tap, step, moment).walk(FIRST_ASN + number++, stages);

                    // Then
                    killed.forEach(stage -> kills.merge(stage, 1, Integer::sum));
                    System.out.printf("%s, step %d, %s: killed in %s%n", edge, step, moment, killed);
                    stages = killed;
                }
            }
            System.out.printf("%s: killed %s, %d walks came to their end%n", edge, kills, number);
            assertThat(kills).containsOnlyKeys(Stage.values());
            Invariants.of(suite).hold();
        }
    }

    /// A walk in which the writer is killed at one step of some changes.
    private record Killed(Suite suite, RouterLab lab, Edge edge, Tap tap, int step, Moment moment) {

        /// @return the changes that had so many steps
        List<Stage> walk(long asn, List<Stage> stages) throws InterruptedException {
            var killed = new ArrayList<Stage>();
            var operator = suite.as(Person.operator("operator@example.net"));
            var own = operator.get("/catalogue").body().at("/operator/asn").asLong();
            var walk = Walk.ofNewPeer(suite, asn, 1).at(edge.facility, lab.wiring(asn, own));
            var id = walk.toLetter();
            var port = walk.connectionOf(id);
            try (var watch = new Watch(
                    () -> lab.flowing(edge, port),
                    () -> walk.connectionOf(id).at("/state").asText())) {
                arm(stages, Stage.DENY_ALL);
                walk.wire(id);
                walk.reach(id, "Validating", "Active");
                note(Stage.DENY_ALL, killed);
                arm(stages, Stage.OPEN);
                walk.awaitOpen(id);
                await("routes to flow").until(() -> !lab.flowing(edge, port).isEmpty());
                note(Stage.OPEN, killed);
                arm(stages, Stage.FILTER);
                var listed = operator.put("/prefix-lists/" + asn, LIST);
                assertThat(listed.accepted()).as("%s", listed).isTrue();
                await("only what is listed to be taken").atMost(PATIENCE).until(() -> taken(), LISTED::equals);
                note(Stage.FILTER, killed);
                arm(stages, Stage.REMOVE);
                walk.remove(id);
                note(Stage.REMOVE, killed);
                assertThat(watch.breaches()).isEmpty();
            }
            await("nothing to be left of " + id)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lab.flowing(edge, port)).isEmpty());
            lab.lab().off(port);
            return List.copyOf(killed);
        }

        private Set<String> taken() {
            return lab.lab().taken(edge.router).stream()
                    .map(route -> route.split(" ")[0])
                    .collect(Collectors.toSet());
        }

        private void arm(List<Stage> stages, Stage stage) {
            if (stages.contains(stage)) {
                tap.endAt(step, moment);
            }
        }

        private void note(Stage stage, List<Stage> killed) {
            if (tap.letPass()) {
                killed.add(stage);
            }
        }
    }

    /// Looks all the time. The state is read after the routes: who opens has read Active before.
    private static final class Watch implements AutoCloseable {

        private static final List<String> MAY_FLOW = List.of("Active", "PendingRemove", "Removed");
        private static final long PAUSE_NANOS = 50_000_000;

        private final AtomicBoolean closed = new AtomicBoolean();
        private final List<String> breaches = new CopyOnWriteArrayList<>();
        private final Thread thread;

        Watch(Supplier<List<String>> flowing, Supplier<String> state) {
            thread = Thread.ofVirtual().start(() -> {
                while (!closed.get()) {
                    var routes = flowing.get();
                    if (!routes.isEmpty() && !MAY_FLOW.contains(state.get())) {
                        breaches.add("%s while the connection is not Active".formatted(routes));
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            });
        }

        List<String> breaches() {
            return breaches;
        }

        @Override
        public void close() throws InterruptedException {
            closed.set(true);
            thread.join();
        }
    }
}
