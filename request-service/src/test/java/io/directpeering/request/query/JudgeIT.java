package io.directpeering.request.query;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.PeeringState;
import io.directpeering.events.RefusalCode;
import io.directpeering.request.topology.Facts;
import io.directpeering.request.topology.TestSettings;
import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(BackendsExtension.class)
class JudgeIT {

    @TempDir
    private Path stateDir;

    @Test
    void decisionReachesWhoWaitsAndWhoAsksLater(Backends backends) {
        // Given
        var facts = Facts.ofNewPeering();
        var request = facts.requested();
        var approval = facts.approved();
        var tooSoon = facts.deprovisionRequested();
        try (var log = new LogUnderTest(backends);
                var judge =
                        judge("decision-it", backends, backends.registryUrl()).whenReady()) {

            // When
            var waiting = judge.decisions.await(
                    facts.peeringId(), request.getMetadata().getEventId(), Duration.ofSeconds(30));
            log.state(request, approval, tooSoon);

            // Then
            assertThat(waiting.join()).isEqualTo(new Decision.Accepted(1));
            assertThat(judge.decision(facts.peeringId(), tooSoon.getMetadata().getEventId()))
                    .isInstanceOfSatisfying(Decision.Refused.class, it -> {
                        assertThat(it.code()).isEqualTo(RefusalCode.NotAllowedInState);
                        assertThat(it.sequence()).isEqualTo(2);
                    });
            assertThat(judge.decision(facts.peeringId(), approval.getMetadata().getEventId()))
                    .isEqualTo(new Decision.Accepted(2));
            assertThat(judge.decisions
                            .await(facts.peeringId(), UUID.randomUUID(), Duration.ofMillis(50))
                            .join())
                    .isEqualTo(new Decision.Undecided());
            // It may be in a partition that has not caught up yet.
            var unknown = UUID.randomUUID();
            await("a peering that nobody asked for to be absent")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> judge.peerings.find(unknown), new Lookup.Absent()::equals);
            assertThat(judge.listed(
                            new Filter(64500L, PeeringState.ProvisioningStarted, "Frankfurt", null, null, null, null)))
                    .contains(facts.peeringId());
            assertThat(judge.listed(new Filter(1L, null, null, null, null, null, null)))
                    .isEmpty();
        }
    }

    @Test
    void restartKeepsWhatWasDecided(Backends backends) {
        // Given
        var facts = Facts.ofNewPeering();
        var request = facts.requested();
        var settings = TestSettings.of("restart-it", stateDir);
        try (var log = new LogUnderTest(backends);
                var judge =
                        new JudgeUnderTest(settings, backends.bootstrapServers(), backends.registryUrl()).whenReady()) {
            log.state(request);
            judge.decision(facts.peeringId(), request.getMetadata().getEventId());
        }

        // When
        var begun = System.nanoTime();
        try (var log = new LogUnderTest(backends);
                var judge =
                        new JudgeUnderTest(settings, backends.bootstrapServers(), backends.registryUrl()).whenReady()) {
            await("an answer").until(() -> judge.peerings.find(facts.peeringId()) instanceof Lookup.Found);
            var restartedIn = Duration.ofNanos(System.nanoTime() - begun);

            // Then
            System.out.printf("judge restarted in %d ms%n", restartedIn.toMillis());
            // Half the session's timeout: it left the group, nobody waited for it.
            assertThat(restartedIn).isLessThan(Duration.ofSeconds(5));
            assertThat(judge.decision(facts.peeringId(), request.getMetadata().getEventId()))
                    .isEqualTo(new Decision.Accepted(1));
            var approval = facts.approved();
            log.state(request, approval);
            assertThat(judge.decision(facts.peeringId(), approval.getMetadata().getEventId()))
                    .isEqualTo(new Decision.Accepted(2));
        }
    }

    @Test
    void changelogsAreCompactedLongBeforeTheBrokerWouldByItself(Backends backends) throws Exception {
        // Given
        var settings = TestSettings.of("changelog-it", stateDir);
        try (var _ = new JudgeUnderTest(settings, backends.bootstrapServers(), backends.registryUrl()).whenReady();
                var admin = Admin.create(Map.of("bootstrap.servers", (Object) backends.bootstrapServers()))) {
            var changelog = new ConfigResource(ConfigResource.Type.TOPIC, "changelog-it-peerings-changelog");

            // When
            var config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(changelog)).all().get().get(changelog));

            // Then
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(Integer.parseInt(config.get("segment.bytes").value())).isLessThan(100 << 20);
            assertThat(Double.parseDouble(
                            config.get("min.cleanable.dirty.ratio").value()))
                    .isLessThan(0.5);
        }
    }

    @Test
    void registryThatIsAwayForAWhilePutsNothingAside(Backends backends) throws IOException {
        // Given
        var facts = Facts.ofNewPeering();
        var request = facts.requested();
        try (var registry = new FlakyRegistry(backends.registryUrl());
                var log = new LogUnderTest(backends);
                var judge = judge("outage-it", backends, registry.url())) {
            log.state(request);
            await().atMost(Duration.ofSeconds(60))
                    .dontCatchUncaughtExceptions()
                    .until(() -> judge.runtime
                            .trouble()
                            .filter(said -> said.contains("failed and goes on") || said.contains("failed twice"))
                            .isPresent());

            // When
            registry.recover();

            // Then
            assertThat(judge.decisions
                            .await(facts.peeringId(), request.getMetadata().getEventId(), Duration.ofSeconds(40))
                            .join())
                    .isEqualTo(new Decision.Accepted(1));
            assertThat(log.read(Topics.deadLetter(Topics.REQUEST_SERVICE)))
                    .noneMatch(it -> facts.peeringId().toString().equals(it.key()));
        }
    }

    @Test
    void brokerThatIsAwayIsSaidAndNoReasonToDie() {
        // Given
        var settings = TestSettings.of("nowhere-it", stateDir);

        // When
        try (var judge = new JudgeUnderTest(settings, "localhost:1", "http://localhost:1")) {

            // Then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> judge.runtime.trouble().orElse("").contains("localhost:1 does not answer"));
            assertThat(judge.peerings.find(UUID.randomUUID())).isInstanceOf(Lookup.NotReady.class);
            assertThat(judge.runtime.dead()).isFalse();
        }
    }

    @Test
    void storeThatCannotBeReadIsSaidHoweverOftenTheJudgeStarts(Backends backends) throws IOException {
        // Given
        var facts = Facts.ofNewPeering();
        var request = facts.requested();
        var settings = TestSettings.of("unreadable-it", stateDir.resolve("before"));
        try (var log = new LogUnderTest(backends)) {
            try (var judge =
                    new JudgeUnderTest(settings, backends.bootstrapServers(), backends.registryUrl()).whenReady()) {
                log.state(request);
                judge.decision(facts.peeringId(), request.getMetadata().getEventId());
            }
            log.send("unreadable-it-peerings-changelog", facts.peeringId(), new byte[] {9, 9, 9});
        }
        var restored = TestSettings.of("unreadable-it", stateDir.resolve("after"));

        // When
        try (var judge = new JudgeUnderTest(restored, backends.bootstrapServers(), backends.registryUrl())) {

            // Then
            await().atMost(Duration.ofSeconds(30))
                    .dontCatchUncaughtExceptions()
                    .until(() -> judge.runtime.trouble().orElse("").contains("failed twice within a minute"));
        }
    }

    @Test
    void observationsAreFoundWithTheirPeering(Backends backends) {
        // Given
        var facts = Facts.ofNewPeering();
        var request = facts.requested();
        var seen = facts.observed(facts.first(), BgpSessionState.Established);
        try (var log = new LogUnderTest(backends);
                var judge =
                        judge("sessions-it", backends, backends.registryUrl()).whenReady()) {
            log.state(request);
            assertThat(judge.decision(facts.peeringId(), request.getMetadata().getEventId()))
                    .isEqualTo(new Decision.Accepted(1));

            // When
            log.observe(seen);

            // Then
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(judge.peerings.find(facts.peeringId()))
                            .isInstanceOfSatisfying(
                                    Lookup.Found.class,
                                    it -> assertThat(it.peering().sessions()).containsExactly(seen)));
        }
    }

    private JudgeUnderTest judge(String name, Backends backends, String registryUrl) {
        return new JudgeUnderTest(TestSettings.of(name, stateDir), backends.bootstrapServers(), registryUrl);
    }
}
