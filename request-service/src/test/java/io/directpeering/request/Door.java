package io.directpeering.request;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.enterprise.inject.spi.CDI;

import io.directpeering.backends.Bearer;
import io.directpeering.events.ValidationState;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

/// The front door as a client knocks at it.
public final class Door {

    private static final AtomicLong NEXT_ASN = new AtomicLong(210_000);

    private Door() {}

    /// The judge starts beside the front door and may be later.
    public static void awaitJudge() {
        var unknown = "/peerings/" + UUID.randomUUID();
        await().atMost(90, SECONDS).until(() -> as("anna").get(unknown).statusCode() == 404);
    }

    public static RequestSpecification as(String user) {
        return given().header(Bearer.HEADER, Bearer.operator(user));
    }

    /// A request with a JSON body.
    public static RequestSpecification says(Object body) {
        return as("anna").contentType(ContentType.JSON).body(body);
    }

    /// Registers a peer that no other test knows.
    public static long newPeer() {
        var asn = NEXT_ASN.incrementAndGet();
        says(registration()).put("/peer-asns/" + asn).then().statusCode(201);
        return asn;
    }

    /// Registers a peer that no other test knows, and has the operator's side approve it.
    public static long registeredPeer() {
        var asn = newPeer();
        approvedPeer(asn);
        return asn;
    }

    /// Registers this peer, if it is not, and has the operator's side approve it.
    public static void approvedPeer(long asn) {
        int revision = says(registration()).put("/peer-asns/" + asn).path("revision");
        CDI.current().select(Operator.class).get().finds(asn, revision, ValidationState.Approved, null);
        awaitValidation(asn, "Approved");
    }

    public static void awaitValidation(long asn, String state) {
        await().atMost(20, SECONDS)
                .until(() -> as("anna").get("/peer-asns/" + asn).path("validationState"), state::equals);
    }

    public static Map<String, Object> registration() {
        return Map.of(
                "name",
                "Peer Networks",
                "contacts",
                List.of(Map.of("role", "Noc", "email", "noc@peer.example", "phone", "+49 69 1234567")));
    }

    @SafeVarargs
    public static Map<String, Object> peering(long asn, String name, Map<String, Object>... connections) {
        var body = new LinkedHashMap<String, Object>();
        body.put("peerAsn", asn);
        body.put("name", name);
        body.put("peeringLocation", "Frankfurt");
        body.put("connections", Arrays.asList(connections));
        return body;
    }

    public static Map<String, Object> connection() {
        return connection(Map.of());
    }

    /// A connection with these members beside, or in place of, the usual ones.
    public static Map<String, Object> connection(Map<String, Object> different) {
        var body = new LinkedHashMap<String, Object>();
        body.put("peeringDBFacilityId", 58);
        body.put("bandwidthInMbps", 10_000);
        body.put("maxPrefixesAdvertisedV4", 1000);
        body.putAll(different);
        return body;
    }

    public static Response post(Object body) {
        return says(body).post("/peerings");
    }

    /// Requests a peering and gives its id.
    public static String requested(Map<String, Object> body) {
        return post(body).then().statusCode(201).extract().path("peeringId");
    }
}
