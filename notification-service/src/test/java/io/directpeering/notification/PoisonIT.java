package io.directpeering.notification;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class PoisonIT {

    enum Poison {
        GARBAGE,
        EMPTY,
        TRUNCATED,
        WRONG_SCHEMA_ID,
        NULL
    }

    private static MailServer mailServer;

    private final Example example = new Example();
    private final Topic topic = new Topic();

    /// The first record also waits for the consumer to join its group.
    @BeforeAll
    static void start() {
        mailServer = MailServer.start();
        var warmUp = new Example();
        try (var topic = new Topic()) {
            topic.send(warmUp, warmUp.both(1, "PeeringRequested", ConnectionState.PendingApproval, null));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mailServer.mailsOf(warmUp).size() == 2);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @AfterAll
    static void stop() {
        mailServer.close();
    }

    @ParameterizedTest
    @EnumSource
    void poisonGoesToTheDeadLetterAndTheNextRecordIsTakenIn(Poison poison) {
        // Given
        var bytes = bytes(poison);
        // When
        topic.sendBytes(example, bytes);
        topic.send(example, example.both(1, "PeeringRequested", ConnectionState.PendingApproval, null));
        // Then
        await().atMost(Duration.ofSeconds(5))
                .until(() -> mailServer.mailsOf(example).size() == 2);
        assertThat(topic.deadLetters(example)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(bytes);
            assertThat(Topic.header(letter, "dead-letter-reason")).startsWith("The record ");
            assertThat(Topic.header(letter, "dead-letter-topic")).isEqualTo("peering-transitions");
        });
    }

    private byte @Nullable [] bytes(Poison poison) {
        var good = topic.bytes(example.both(1, "PeeringRequested", ConnectionState.PendingApproval, null));
        return switch (poison) {
            case GARBAGE -> "no Avro at all".getBytes(UTF_8);
            case EMPTY -> new byte[0];
            case TRUNCATED -> Arrays.copyOf(good, good.length / 2);
            case WRONG_SCHEMA_ID -> ByteBuffer.wrap(good).putInt(1, 424242).array();
            case NULL -> null;
        };
    }
}
