package io.directpeering.notification.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.directpeering.local.parts.Ports;
import io.directpeering.notification.Receiver;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HttpPostTest {

    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private Receiver receiver;

    @BeforeEach
    void start() {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
        vertx.close();
    }

    @Test
    void theNameStandsInTheRequestAndTheCheckedAddressIsCalled() {
        // Given
        var http = http(here(), "127.0.0.0/8");
        // When
        var answer =
                http.post("http://hooks.example.net:" + receiver.port() + "/a?b=c", Map.of("webhook-id", "1"), BODY);
        // Then
        assertThat(answer).isEqualTo(new Answer.Status(204));
        assertThat(receiver.messages()).singleElement().satisfies(message -> {
            assertThat(message.headers().firstValue("host")).contains("hooks.example.net:" + receiver.port());
            assertThat(message.id()).isEqualTo("1");
        });
    }

    @Test
    void aNameThatLeadsElsewhereAMomentLaterGainsNothing() {
        // Given
        var asked = new AtomicInteger();
        NameResolution rebinding =
                host -> asked.getAndIncrement() == 0 ? List.of(ip("127.0.0.1")) : List.of(ip("169.254.169.254"));
        var http = http(rebinding, "127.0.0.0/8");
        // When
        var first = http.post(address(), Map.of(), BODY);
        var second = http.post(address(), Map.of(), BODY);
        // Then
        assertThat(first).isEqualTo(new Answer.Status(204));
        assertThat(second).isInstanceOf(Answer.None.class);
        assertThat(asked).hasValue(2);
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        // Given
        var http = http(here(), "10.0.0.0/8");
        // When
        var answer = http.post(address(), Map.of(), BODY);
        // Then
        assertThat(answer).isInstanceOf(Answer.None.class);
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void redirectsAreNotFollowed() {
        // Given
        receiver.answering(307);
        var http = http(here(), "127.0.0.0/8");
        // When
        var answer = http.post(address(), Map.of(), BODY);
        // Then
        assertThat(answer).isEqualTo(new Answer.Status(307));
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() {
        // Given
        receiver.answering(200).talking(50 * 1024 * 1024);
        var http = http(here(), "127.0.0.0/8");
        // When
        var answer = http.post(address(), Map.of(), BODY);
        // Then
        assertThat(answer).isEqualTo(new Answer.Status(200));
    }

    @Test
    void aSlowReceiverIsNotWaitedFor() {
        // Given
        receiver.pausing(Duration.ofSeconds(20));
        var reach = new Reach(here(), List.of("127.0.0.0/8"), true);
        var http = new HttpPost(reach, vertx, new HttpClientOptions(), Duration.ofSeconds(1), Duration.ofSeconds(2));
        long start = System.nanoTime();
        // When
        var answer = http.post(address(), Map.of(), BODY);
        // Then
        assertThat(answer).isEqualTo(new Answer.None("No answer within 2 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void ifOneAddressIsDownTheNextIsTried() {
        // Given
        var http = http(host -> List.of(ip("127.0.0.2"), ip("127.0.0.1")), "127.0.0.0/8");
        // When
        var answer = http.post(address(), Map.of(), BODY);
        // Then
        assertThat(answer).isEqualTo(new Answer.Status(204));
    }

    @Test
    void nobodyThereIsNoAnswer() {
        // Given
        var http = http(here(), "127.0.0.0/8");
        // When
        var answer = http.post("http://hooks.example.net:" + Ports.free() + "/", Map.of(), BODY);
        // Then
        assertThat(answer).isEqualTo(new Answer.None("The connection was refused"));
    }

    @Test
    void theCertificateMustBeForTheName(@TempDir Path folder) throws Exception {
        // Given
        var keys = folder.resolve("keys.p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(keytool, "-genkeypair", "-keyalg", "EC", "-alias", "hooks", "-keystore", keys)
                .command();
        made.addAll(List.of("-storepass", "changeit", "-dname", "CN=hooks", "-ext", "SAN=dns:hooks.example.net"));
        assertThat(new ProcessBuilder(made).inheritIO().start().waitFor()).isZero();
        var pfx = new PfxOptions().setPath(keys).setPassword("changeit");
        var port = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setSni(true)
                        .setKeyCertOptions(pfx)
                        .setHost("127.0.0.1"))
                .requestHandler(request -> request.response()
                        .setStatusCode(
                                "hooks.example.net".equals(request.connection().indicatedServerName()) ? 200 : 500)
                        .end())
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
        var trusting = http(here(), new HttpClientOptions().setTrustOptions(pfx));
        var usual = http(here(), new HttpClientOptions());
        // When
        var right = trusting.post("https://hooks.example.net:" + port + "/", Map.of(), BODY);
        var wrongName = trusting.post("https://other.example.net:" + port + "/", Map.of(), BODY);
        var unknownIssuer = usual.post("https://hooks.example.net:" + port + "/", Map.of(), BODY);
        // Then
        assertThat(right).isEqualTo(new Answer.Status(200));
        assertThat(wrongName).isInstanceOf(Answer.None.class);
        assertThat(unknownIssuer).isInstanceOf(Answer.None.class);
    }

    private String address() {
        return "http://hooks.example.net:" + receiver.port() + "/";
    }

    private static NameResolution here() {
        return host -> List.of(ip("127.0.0.1"));
    }

    private HttpPost http(NameResolution names, String allowed) {
        var reach = new Reach(names, List.of(allowed), true);
        return new HttpPost(reach, vertx, new HttpClientOptions(), Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    private HttpPost http(NameResolution names, HttpClientOptions options) {
        var reach = new Reach(names, List.of("127.0.0.0/8"), false);
        return new HttpPost(reach, vertx, options, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    private static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
