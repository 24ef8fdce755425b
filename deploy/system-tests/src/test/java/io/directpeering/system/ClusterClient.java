package io.directpeering.system;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/// One network's engineer, who asks for peerings and withdraws them, and meanwhile reads, lists and counts what is the
/// network's, each time at another instance. Holds every answer against what it was told before.
final class ClusterClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /// What one page of a list can show.
    private static final int MOST = 190;

    private final Cluster cluster;
    private final ClusterReport report;
    private final String token;
    private final long asn;
    private final Set<UUID> accepted = new HashSet<>();
    private final Map<UUID, Long> latest = new HashMap<>();
    private int asked;

    ClusterClient(Cluster cluster, ClusterReport report, String token, long asn) {
        this.cluster = cluster;
        this.report = report;
        this.token = token;
        this.asn = asn;
    }

    private record Answer(int status, JsonNode body, boolean standby) {}

    /// Lives until it is told to stop.
    void live(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            var id = request();
            for (int reads = ThreadLocalRandom.current().nextInt(4, 20); reads > 0; reads--) {
                look(id);
                LockSupport.parkNanos(Duration.ofMillis(15).toNanos());
            }
            if (id != null) {
                withdraw(id);
                look(id);
            }
        }
    }

    private @Nullable UUID request() {
        if (asked == MOST) {
            return null;
        }
        var connection = UUID.randomUUID();
        var answer = call("POST", "/peerings", """
                {"peerAsn":%d,"name":"c-%d","peeringLocation":"Frankfurt","connections":[
                  {"connectionIdentifier":"%s","peeringDBFacilityId":58,"bandwidthInMbps":10000,
                   "maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":100}]}""".formatted(asn, ++asked, connection));
        report.command(answer.status());
        if (answer.status() / 100 != 2) {
            return null;
        }
        var id = UUID.fromString(answer.body().at("/peeringId").asText());
        if (answer.status() != 202) {
            accepted.add(id);
            saw(answer.body(), false);
        }
        return id;
    }

    private void withdraw(UUID id) {
        while (true) {
            var answer = call("DELETE", "/peerings/" + id, null);
            report.command(answer.status());
            if (answer.status() == 200) {
                saw(answer.body(), false);
            }
            // Without that the facility stays taken; a repeat is refused or not, and either way it is withdrawn.
            if (answer.status() / 100 == 2 || answer.status() == 409) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void look(@Nullable UUID id) {
        switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> list();
            case 1 -> count();
            default -> {
                if (id != null) {
                    read(id);
                }
            }
        }
    }

    private void read(UUID id) {
        var answer = call("GET", "/peerings/" + id, null);
        report.read(answer.status(), answer.standby());
        if (answer.status() == 200) {
            saw(answer.body(), answer.standby());
        } else if (answer.status() == 404 && accepted.contains(id) && !answer.standby()) {
            report.wrong("AS" + asn + " was told of " + id + ", and then that there is none");
        }
    }

    private void list() {
        var answer = call("GET", "/peerings?limit=200&peerAsn=" + asn, null);
        var standby = answer.body().at("/freshness/standby").asBoolean();
        report.list(answer.status(), standby);
        if (answer.status() == 200) {
            var listed = new HashSet<UUID>();
            for (var item : answer.body().at("/items")) {
                saw(item, standby);
                if (!listed.add(UUID.fromString(item.at("/peeringId").asText()))) {
                    report.wrong("twice in one list: " + item.at("/peeringId"));
                }
            }
            if (!standby && !listed.containsAll(accepted)) {
                report.wrong("AS" + asn + ": a list without what there was before: " + listed + " of " + accepted);
            }
        }
    }

    private void count() {
        var answer = call("GET", "/peerings/counts?by=state&peerAsn=" + asn, null);
        var standby = answer.body().at("/freshness/standby").asBoolean();
        report.count(answer.status(), standby);
        if (answer.status() == 200) {
            long sum = 0;
            for (var group : answer.body().at("/groups")) {
                sum += group.at("/peerings").asLong();
            }
            if (sum > asked || !standby && sum < accepted.size()) {
                report.wrong(
                        "AS%d: %d counted of %d accepted and %d asked for".formatted(asn, sum, accepted.size(), asked));
            }
        }
    }

    /// What is read of one peering never goes back, unless it says that it comes from a copy.
    private void saw(JsonNode peering, boolean standby) {
        var id = UUID.fromString(peering.at("/peeringId").asText());
        var sequence = peering.at("/sequence").asLong();
        report.saw(id, sequence, peering.at("/state").asText());
        if (!standby) {
            accepted.add(id);
            var before = latest.put(id, sequence);
            if (before != null && before > sequence) {
                report.wrong(id + " was at " + before + ", and then at " + sequence);
            }
        }
    }

    /// Asks one instance. As whoever balances load does: where nobody listens there any more, the next; and where the
    /// instance ends under a read, the next, too.
    private Answer call(String method, String path, @Nullable String body) {
        for (var url : cluster.shuffled()) {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(12))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            try {
                var response = HTTP.send(request, BodyHandlers.ofString());
                var text = response.body();
                if (response.statusCode() >= 500) {
                    report.trouble(method + " " + path.replaceAll("[0-9a-f-]{36}", "{id}") + " " + response.statusCode()
                            + " " + text);
                }
                return new Answer(
                        response.statusCode(),
                        text.isEmpty() ? JSON.missingNode() : JSON.readTree(text),
                        response.headers()
                                .firstValue("Peering-Freshness")
                                .orElse("")
                                .contains("standby=true"));
            } catch (ConnectException e) {
                continue;
            } catch (IOException e) {
                report.trouble(method + " " + e);
                if (method.equals("GET") && !(e instanceof HttpTimeoutException)) {
                    report.readBroken();
                    continue;
                }
                return new Answer(0, JSON.missingNode(), false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer(0, JSON.missingNode(), false);
            }
        }
        return new Answer(0, JSON.missingNode(), false);
    }
}
