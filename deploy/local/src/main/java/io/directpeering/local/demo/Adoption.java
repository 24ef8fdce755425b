package io.directpeering.local.demo;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.expect;
import static io.directpeering.local.demo.Stage.tookMs;

/// A link from before this system is adopted as it stands: no letter, no wiring, no DENY ALL.
final class Adoption implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "Legacy links are adopted";
    }

    @Override
    public Cast cast(Instant now) {
        return Cast.ofLegacyLinks();
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        moves.register();
        var listed = stage.api()
                .get(stage.peer(), "/legacy-peerings?peerAsn=" + stage.cast().asn() + "&peeringLocation=Frankfurt")
                .expect(200);
        var body = JSON.objectNode()
                .put("peerAsn", stage.cast().asn())
                .put("name", "legacy-" + System.currentTimeMillis())
                .put("peeringLocation", "Frankfurt");
        var links = body.putArray("legacyLinks");
        listed.body()
                .path("items")
                .forEach(link -> links.add(link.path("legacyLink").asText()));
        stage.tell("list legacy links", listed.tookMs(), links.toString());
        expect("legacy links", 2, links.size());
        var requested = stage.api().post(stage.peer(), "/legacy-peerings", body).expect(201);
        stage.begin(requested.body());
        stage.tell("request conversion", requested.tookMs(), "peering " + stage.peering());
        moves.review();
        moves.approve();
        var begun = System.nanoTime();
        var seen = stage.await("Active at once", view -> view.everyConnectionIs("Active"));
        expect("route policies", List.of("Allow", "Allow"), seen.routePolicies());
        stage.tell("adopted", tookMs(begun), "Active, the live sessions untouched");
        for (var connection : seen.connections()) {
            var simulator =
                    "/simulator/connections/" + connection.path("connectionId").asText();
            var router = stage.api().get(Cast.OPERATOR, simulator).expect(200);
            expect("changes of the router", 0, router.body().path("changes").size());
        }
        stage.tell("look at the routers", 0, "not one call");
        moves.deprovision("done");
    }
}
