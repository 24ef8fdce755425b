package io.directpeering.provisioning.loa;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.Demarcation;
import io.directpeering.events.Loa;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// The public page: what it says to whom.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class VerificationIT {

    private static final String MARKUP = "<img src=x onerror=alert(1)> & \"Söhne\"";

    private Suite suite;
    private TestPeering peering;
    private String code;

    @Inject
    Letters letters;

    /// A letter in force whose facility has a name that a page could stumble over.
    @BeforeAll
    void begin() {
        suite = new Suite();
        peering = suite.approved(TestPeering.in(18, 1));
        code = VerificationCode.draw(new SecureRandom()).grouped();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var loa = new Loa("LOA-2026-T" + UUID.randomUUID(), now, now.plus(60, ChronoUnit.DAYS), code);
        suite.judge.publish(() -> peering.with(
                it -> ConnectionSnapshot.newBuilder(it)
                        .setLoa(loa)
                        .setDemarcation(Demarcation.newBuilder(it.getDemarcation())
                                .setFacilityName(MARKUP)
                                .build())
                        .build(),
                "LoaIssued"));
        await().until(() -> VerificationCode.typed(code).flatMap(letters::coded).isPresent());
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void aBrowserGetsAPageWithoutScriptAndWithEverythingEscaped() {
        // When
        var page = given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .when()
                .get("/verify/" + code)
                .then();

        // Then
        page.statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", "no-referrer");
        assertThat(page.extract().asString())
                .contains(">Valid<", "Example Peer (AS64000)", "&lt;img src=x onerror=alert(1)&gt; &amp;")
                .contains("Example Networks", "Patch panel")
                .doesNotContain("<img", "<script")
                .doesNotContain(peering.id().toString(), peering.connection(0).toString(), "xample Peer\"");
    }

    @Test
    void aMachineGetsJsonWithoutWhatIsNobodysBusiness() {
        // When
        var answer =
                given().accept("application/json").when().get("/verify/" + code).then();

        // Then
        answer.statusCode(200)
                .body("valid", equalTo(true))
                .body("demarcation.facilityName", equalTo(MARKUP))
                .body("customer.asn", equalTo(64_000))
                .body("peeringId", nullValue())
                .body("connectionId", nullValue())
                .body(not(containsString(peering.connection(0).toString())));
    }

    @Test
    void theCodeIsTakenInAnyCaseAndWithoutItsGroups() {
        // When
        var typed = given().accept("application/json")
                .when()
                .get(
                        "/verify/{code}",
                        " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", "  "))
                .then();

        // Then
        typed.statusCode(200).body("valid", equalTo(true));
    }

    @Test
    void nothingIsFoundByNumber() {
        // When
        var answer = status("/verify/" + peering.snapshot(0).getLoa().getNumber());

        // Then
        assertThat(answer).isEqualTo(404);
        assertThat(status("/loas/LOA-2026-000001")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAA-AAAA-AAAA-AAAA-AAAA",
                "x",
                "%3Cscript%3Ealert(1)%3Cscript%3E",
                "%27%20OR%201=1%20--",
                "%E2%80%AE",
                "%7Bverdict.number%7D",
            })
    void everyCodeThatIsNoneGetsTheSameAnswer(String unknown) throws IOException {
        // Given
        var first = raw("/verify/CCCC-CCCC-CCCC-CCCC-CCCC", "text/html");

        // When
        var page = raw("/verify/" + unknown, "text/html");

        // Then
        assertThat(page).isEqualTo(first).startsWith("HTTP/1.1 404").contains("Not valid: unknown code");
    }

    @Test
    void aCodeOfAnyLengthGetsTheSameAnswer() throws IOException {
        // Given
        var first = raw("/verify/CCCC-CCCC-CCCC-CCCC-CCCC", "application/json");

        // When
        var answer = raw("/verify/" + "K".repeat(3_000), "application/json");

        // Then: a problem names the address that was asked for; all else is the same
        assertThat(answer.replaceAll("K+|content-length: \\d+", ""))
                .isEqualTo(first.replaceAll("CCCC-CCCC-CCCC-CCCC-CCCC|content-length: \\d+", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify/%%00",
                "/verify/%%0d%%0aSet-Cookie:a=b",
                "/verify/%%3C%%2Fscript%%3E",
                "/verify/%s;x=y",
                "/verify/%s%%3Bx",
                "/verify/%s/",
                "/verify//%s",
                "/verify/%%2e%%2e/%s",
                "/verify/",
                "/verify"
            })
    void addressesThatCouldBeReadInTwoWaysNeverPassAndNeverFail(String path) throws IOException {
        // When
        var answer = raw(path.formatted(code), "application/json");

        // Then
        assertThat(answer)
                .satisfiesAnyOf(
                        it -> assertThat(it).startsWith("HTTP/1.1 404"),
                        it -> assertThat(it).startsWith("HTTP/1.1 400"),
                        // A slash at the end is no part of the code.
                        it -> assertThat(path).endsWith("%s/"));
        assertThat(answer).doesNotStartWith("HTTP/1.1 5");
    }

    private static int status(String path) {
        return given().accept("application/json").when().get(path).statusCode();
    }

    /// As it goes over the wire: clients mend addresses before they send them.
    private static String raw(String path, String accept) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return text(socket.getInputStream());
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
