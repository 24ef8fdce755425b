package io.directpeering.request.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A thousand clients at once, and those that do not read.
@EnabledIfSystemProperty(
        named = "scaled",
        matches = "true",
        disabledReason = "opens a thousand streams and takes minutes; -Dscaled=true runs it")
@QuarkusTest
@OnRealParts
class ManyStreamsIT {

    private static final int MANY = 1_000;
    private static final int PRINCIPALS = 25;
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    @Inject
    Storyteller storyteller;

    @Inject
    OpenStreams open;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void hangUp() throws Exception {
        for (var each : opened) {
            each.close();
        }
        await().atMost(60, SECONDS).until(() -> open.count() == 0);
    }

    @Test
    void aThousandAreTold() {
        // Given
        await().until(() -> open.count() == 0);
        opened.add(Listener.opened(principal(0), "", null));
        var threads = ManagementFactory.getThreadMXBean();
        var threadsBefore = threads.getThreadCount();
        var heapBefore = heapInMebibytes();
        var id = UUID.randomUUID();
        var listeners = IntStream.range(1, MANY)
                .mapToObj(each -> Listener.started(principal(each), "?peeringId=" + id, null))
                .toList();
        opened.addAll(listeners);
        await().atMost(60, SECONDS)
                .until(() -> listeners.stream().noneMatch(each -> each.lastId().isEmpty()));

        // When
        var start = System.nanoTime();
        storyteller.tells(id, 3320, "fra-1", 1, 20);
        await().atMost(60, SECONDS)
                .until(() -> listeners.stream().allMatch(each -> each.heard().size() == 20));
        var toldMs = (System.nanoTime() - start) / 1_000_000;
        var oneMore = given().header(Bearer.HEADER, Bearer.operator("late"))
                .accept("text/event-stream")
                .get("/peerings/stream");

        // Then
        var heap = heapInMebibytes() - heapBefore;
        var more = threads.getThreadCount() - threadsBefore;
        System.out.printf(
                "live: %d streams, %d events in %d ms; heap +%d MiB with the clients' half, %d platform threads more%n",
                open.count(), 20 * listeners.size(), toldMs, heap, more);
        assertThat(listeners)
                .allSatisfy(each -> assertThat(each.sequencesOf(id.toString())).containsExactlyElementsOf(upTo(20)));
        oneMore.then().statusCode(503).header("Retry-After", "30").contentType("application/problem+json");
        // Workers that opened them all at once, and are let go; a stream has none.
        assertThat(more).isLessThan(400);
        assertThat(heap).isLessThan(200);
    }

    @Test
    void whoDoesNotReadCostsNextToNothingAndMissesNothing() throws IOException {
        // Given
        var id = UUID.randomUUID();
        var query = "?peeringId=" + id;
        var reading = Listener.opened(principal(0), query, null);
        opened.add(reading);
        var asleep = new ArrayList<Socket>();
        for (var each = 0; each < 50; each++) {
            asleep.add(openedAndNotRead(principal(each), query));
        }
        opened.addAll(asleep);
        await().until(() -> open.count() == 51);
        var last = 12_000;
        storyteller.tells(id, 3320, "x".repeat(63), 1, 10);
        await().until(() -> reading.heard().size() == 10);
        reading.heard().clear();
        var heapBefore = heapInMebibytes();

        // When
        for (var from = 11; from <= last; from += 1_000) {
            var to = Math.min(last, from + 999);
            storyteller.tells(id, 3320, "x".repeat(63), from, to);
            await().atMost(60, SECONDS)
                    .until(() ->
                            reading.heard().getLast().data().at("/sequence").asLong() == to);
            assertThat(reading.heard()).hasSize(to - from + 1);
            reading.heard().clear();
        }
        var heap = heapInMebibytes() - heapBefore;

        // Then
        System.out.printf("live: 50 clients that do not read, %d events each: heap +%d MiB%n", last, heap);
        assertThat(heap).isLessThan(64);
        assertThat(wakesUp(asleep.getFirst(), query, id, last)).containsExactlyElementsOf(upTo(last));
    }

    private static Socket openedAndNotRead(String bearer, String query) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream()
                .write(("GET /peerings/stream" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                + Bearer.HEADER + ": " + bearer + "\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
    }

    /// Wakes up, reads what is there, and comes back for the rest if it was let go meanwhile.
    private List<Long> wakesUp(Socket socket, String query, UUID peering, int last) throws IOException {
        var found = new ArrayList<Long>();
        var id = "";
        var lastId = "";
        var sequence = 0L;
        socket.setSoTimeout(20_000);
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        for (var line = lines.readLine(); line != null && found.size() < last; line = lines.readLine()) {
            var data = SEQUENCE.matcher(line);
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (data.find()) {
                sequence = Long.parseLong(data.group(1));
            } else if (line.isEmpty() && sequence > 0) {
                found.add(sequence);
                lastId = id;
                sequence = 0;
            }
        }
        System.out.printf("live: one of them wakes up and finds %d of %d on its connection%n", found.size(), last);
        if (found.size() < last) {
            var again = Listener.opened(principal(0), query, lastId);
            opened.add(again);
            var rest = last - found.size();
            await().atMost(60, SECONDS).until(() -> again.heard().size() >= rest);
            found.addAll(again.sequencesOf(peering.toString()));
        }
        return found;
    }

    private static String principal(int each) {
        return Bearer.operator("watcher-" + each % PRINCIPALS);
    }

    private static long heapInMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
