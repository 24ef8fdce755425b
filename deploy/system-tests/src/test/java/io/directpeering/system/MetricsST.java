package io.directpeering.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What dashboards and alerts ask for is what the services show.
@ExtendWith(Suite.Running.class)
class MetricsST {

    private static final List<String> SERVICES = List.of(
            Topics.REQUEST_SERVICE, Topics.APPROVAL_SERVICE, Topics.PROVISIONING_SERVICE, Topics.NOTIFICATION_SERVICE);

    /// Shown from the first time on that it happens, which it does not here.
    private static final Set<String> ONCE_IT_HAPPENS =
            Set.of("peering_session_alarms", "peering_refusals_total", "peering_store_restore_records_total");

    private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? ");
    private static final Pattern PEERING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void noPanelAndNoAlertAsksForAMetricThatNobodyShows(Suite suite) throws IOException {
        // Given
        var queries = Queries.all();

        // When
        Walk.ofNewPeer(suite, 64_503_100, 1).toActive();

        // Then
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var shown = shown(suite);
            var missing = new TreeMap<String, String>();
            for (var query : queries) {
                query.metrics().stream()
                        .filter(name -> !shown.contains(name) && !ONCE_IT_HAPPENS.contains(name))
                        .forEach(name -> missing.put(name, query.where()));
            }
            assertThat(missing).isEmpty();
        });
    }

    @Test
    void whatIsDocumentedIsShown(Suite suite) throws IOException {
        // Given
        var documented = new TreeSet<String>();
        Pattern.compile("(?m)^\\| `([a-z_]+)")
                .matcher(Files.readString(Queries.FOLDER.resolve("README.md")))
                .results()
                .map(row -> row.group(1))
                .filter(name -> !ONCE_IT_HAPPENS.contains(name))
                .forEach(documented::add);

        // When
        Walk.ofNewPeer(suite, 64_503_101, 1).toActive();

        // Then
        assertThat(documented).hasSizeGreaterThan(20);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shown(suite)).containsAll(documented));
    }

    @Test
    void noSeriesIsAboutOnePeering(Suite suite) {
        // Given
        Walk.ofNewPeer(suite, 64_503_102, 1).toActive();

        // When
        var texts = SERVICES.stream().map(service -> scrape(suite, service)).toList();

        // Then
        assertThat(texts)
                .allSatisfy(text -> assertThat(PEERING.matcher(text).find()).isFalse());
    }

    /// Names as Prometheus has them; a histogram's parts by the name of each.
    private static Set<String> shown(Suite suite) {
        var names = new TreeSet<String>();
        SERVICES.forEach(service -> LINE.matcher(scrape(suite, service))
                .results()
                .map(line -> line.group(1))
                .forEach(names::add));
        return names;
    }

    private static String scrape(Suite suite, String service) {
        try {
            var request = HttpRequest.newBuilder(URI.create(suite.serviceUrl(service) + "/q/metrics"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(service + " shows no metrics", e);
        }
    }
}
