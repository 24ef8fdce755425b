package io.directpeering.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// The same calls as one peer and as another: no byte of one in what the other reads, and no change of one by the
/// other.
@ExtendWith(Suite.Running.class)
class TenancyST {

    private static final List<String> SERVICES =
            List.of("request-service", "approval-service", "provisioning-service", "notification-service");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}/]+)}");

    /// A letter is verified in public, by whoever has its code in hand.
    private static final Set<String> PUBLIC = Set.of("/verify/{code}");

    /// Places that hold nothing of the two networks of this test; asked with an id that nobody has.
    private static final Map<String, String> ELSEWHERE =
            Map.of("id", "00000000-0000-4000-8000-000000000001", "deliveryId", "1", "code", "NONE");

    /// Reads that need a parameter in the query.
    private static final List<Read> FILTERED = List.of(
            new Read("/deliveries?peeringId={peeringId}", false),
            new Read("/peerings?peerAsn={asn}", false),
            new Read("/peerings/stream?from=beginning", true),
            new Read("/legacy-peerings?peerAsn={asn}&peeringLocation=Frankfurt", false));

    private static final Duration OF_WHAT_HAS_NO_END = Duration.ofSeconds(3);

    /// An address that can be read.
    ///
    /// @param endless its answer has no end: so much of it is read
    private record Read(String path, boolean endless) {

        private Api.Text by(Api reader, String address) {
            return endless ? reader.beginning(address, OF_WHAT_HAS_NO_END) : reader.text(address);
        }
    }

    private static final Network[] NETWORKS = new Network[2];

    private static Network one(Suite suite, int which) {
        synchronized (NETWORKS) {
            if (NETWORKS[which] == null) {
                NETWORKS[which] = Network.in(suite, 64_501_000 + which, which == 0 ? "walrus" : "ocelot");
            }
            return NETWORKS[which];
        }
    }

    @Test
    void nothingOfOneIsReadByTheOther(Suite suite) {
        // Given
        var reader = one(suite, 0);
        var other = one(suite, 1);
        var reads = reads(suite);
        var found = new TreeSet<String>();
        var ownSeen = new TreeSet<String>();

        // When
        for (var read : reads) {
            var path = read.path();
            for (var address : List.of(filled(path, other.ids()), filled(path, reader.ids()))) {
                var answer = read.by(reader.api(), address);
                assertThat(answer.status()).as(address).isLessThan(500);
                other.marks().stream()
                        .filter(mark -> !address.contains(mark) && answer.text().contains(mark))
                        .forEach(mark -> found.add(address + " shows " + mark));
                reader.marks().stream()
                        .filter(mark -> !address.contains(mark) && answer.text().contains(mark))
                        .forEach(mark -> ownSeen.add(path));
            }
        }

        // Then
        System.out.printf("%d addresses read as two peers; a peer finds its own in %s%n", reads.size(), ownSeen);
        assertThat(found).isEmpty();
        assertThat(ownSeen)
                .as("a test that finds nothing at all proves nothing")
                .hasSizeGreaterThan(4);
    }

    @Test
    void nothingOfOneIsChangedByTheOther(Suite suite) {
        // Given
        var actor = one(suite, 0).api();
        var other = one(suite, 1);
        var before = other.api().get("/peerings/" + other.peering()).body();
        var registration = other.api().get("/peer-asns/" + other.asn()).body();
        var wired = "{\"crossConnectId\":\"XC-1\"}";
        var reason = "{\"reason\":\"mine now\"}";

        // When
        var answers = List.of(
                actor.delete("/peerings/" + other.peering()),
                actor.delete(other.connection()),
                actor.post(other.connection() + "/retry", "{}"),
                actor.post("/peerings/" + other.peering() + "/information", "{\"answer\":\"yes\"}"),
                actor.post(other.connection() + "/wiring-completed", wired),
                actor.post(other.connection() + "/link-tests", "{\"packetsSent\":1,\"packetsReceived\":1}"),
                actor.post(other.connection() + "/abort", reason),
                actor.post(other.connection() + "/loa/reissue", "{}"),
                actor.post(other.connection() + "/loa/revoke", reason),
                actor.post("/reviews/" + other.peering() + "/approve", "{}"),
                actor.post("/peer-asn-reviews/" + other.asn() + "/approve", "{}"),
                actor.put("/peer-asns/" + other.asn(), """
                        {"name":"Mine","contacts":[{"role":"Noc","email":"noc@mine.example","phone":"+49 69 555"}]}"""),
                actor.post("/peerings", """
                        {"peerAsn":%d,"name":"mine","peeringLocation":"London","connections":[
                          {"peeringDBFacilityId":34,"bandwidthInMbps":10000,"maxPrefixesAdvertisedV4":100}]}""".formatted(other.asn())),
                actor.put("/prefix-lists/" + other.asn(), "{\"source\":\"mine\",\"ipv4\":[],\"ipv6\":[]}"),
                actor.delete("/prefix-lists/" + other.asn() + "?reason=mine"),
                actor.post("/webhooks", "{\"peerAsn\":%d,\"url\":\"http://127.0.0.1:9/in\"}".formatted(other.asn())));

        // Then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as("%s", answer.body()).isIn(403, 404));
        assertThat(other.api().get("/peerings/" + other.peering()).body().at("/sequence"))
                .isEqualTo(before.at("/sequence"));
        assertThat(other.api().get("/peer-asns/" + other.asn()).body()).isEqualTo(registration);
    }

    /// Every address that can be read, as the services themselves describe them.
    private static List<Read> reads(Suite suite) {
        var reads = new ArrayList<>(FILTERED);
        for (var service : SERVICES) {
            var described = new Api(suite.serviceUrl(service), "")
                    .get("/q/openapi?format=json")
                    .body();
            for (Map.Entry<String, JsonNode> path : described.at("/paths").properties()) {
                if (path.getValue().has("get") && !PUBLIC.contains(path.getKey())) {
                    reads.add(new Read(
                            path.getKey(),
                            path.getValue().at("/get/responses/200/content").has("text/event-stream")));
                }
            }
        }
        return reads;
    }

    private static String filled(String path, Map<String, String> ids) {
        return PARAMETER.matcher(path).replaceAll(parameter -> {
            var name = parameter.group(1);
            var value = ids.containsKey(name) ? ids.get(name) : ELSEWHERE.get(name);
            assertThat(value)
                    .as("%s: say in this test what '%s' is", path, name)
                    .isNotNull();
            return value;
        });
    }
}
