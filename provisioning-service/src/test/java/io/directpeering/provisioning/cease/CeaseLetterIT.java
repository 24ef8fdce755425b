package io.directpeering.provisioning.cease;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Deprovisioned;
import io.directpeering.events.TrafficOpened;
import io.directpeering.letters.CeaseLetter;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class CeaseLetterIT {

    private Suite suite;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void aRemovedConnectionHasOneThatStaysTheSame() throws IOException {
        // Given
        var peering = suite.approved(TestPeering.in(34, 1));
        suite.post(peering, "wiring-completed", Map.of("crossConnectId", "XC-4711"))
                .statusCode(200);
        suite.awaitFact(peering.connection(0), TrafficOpened.class);
        assertThat(get(peering).statusCode()).isEqualTo(404);
        var port = peering.snapshot(0).getDemarcation();

        // When
        suite.judge.publish(() -> peering.with(
                it -> ConnectionSnapshot.newBuilder(peering.moved(it, ConnectionState.PendingRemove))
                        .setReason("moving <out>")
                        .build(),
                "DeprovisionRequested"));

        // Then
        // The first letter of the process loads the fonts.
        await().atMost(Duration.ofSeconds(30)).until(() -> get(peering).statusCode() == 200);
        var first = get(peering);
        var number = CeaseLetter.numberOf(peering.connection(0));
        assertThat(first.header("Content-Disposition")).isEqualTo("inline; filename=\"" + number + ".pdf\"");
        assertThat(text(first))
                .contains(number, "XC-4711", "moving <out>", "Example Peer (AS64000)")
                .contains(peering.snapshot(0).getLoa().getNumber())
                .contains(port.getPatchPanelPort(), port.getRouter() + ", " + port.getRouterPort());
        assertThat(get(peering, "image/png").statusCode()).isEqualTo(406);
        get(peering, "*/*")
                .then()
                .contentType("application/json")
                .body("number", equalTo(number))
                .body("crossConnectId", equalTo("XC-4711"))
                .body("reason", equalTo("moving <out>"))
                .body("patchPanelPort", equalTo(port.getPatchPanelPort()));
        suite.awaitFact(peering.connection(0), Deprovisioned.class);
        await().until(() -> peering.state(0) == ConnectionState.Removed);
        assertThat(get(peering).asByteArray()).isEqualTo(first.asByteArray());
    }

    @Test
    void aRequestThatWasWithdrawnHasNone() {
        // Given
        var peering = TestPeering.in(34, 1);
        suite.judge.knows(peering);
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingApproval, "PeeringRequested"));

        // When
        suite.judge.publish(() -> peering.allTo(ConnectionState.Removed, "DeprovisionRequested"));

        // Then
        assertThat(get(peering).statusCode()).isEqualTo(404);
    }

    private static String text(Response answer) throws IOException {
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Response get(TestPeering peering) {
        return get(peering, "application/pdf");
    }

    private static Response get(TestPeering peering, String accept) {
        return given().header(Bearer.HEADER, Bearer.peer("noc@peer.example", 64_000))
                .accept(accept)
                .when()
                .get("/peerings/{id}/connections/{cid}/cease-letter", peering.id(), peering.connection(0));
    }
}
