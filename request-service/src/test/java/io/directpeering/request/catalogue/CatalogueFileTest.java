package io.directpeering.request.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueFileTest {

    private static final Path DELIVERED = Path.of("../deploy/catalogue.yaml");

    private static final String OFFER = """
            locations:
              - name: Frankfurt
                facilities: [{peeringDBFacilityId: 58, name: FRA1, bandwidthsInMbps: [10000]}]
            sessionPools: {ipv4: [198.51.100.0/24], ipv6: []}
            """;

    private static final String LINK = OFFER + """
            routers:
              - {name: fra1, peeringDBFacilityId: 58, ports: [{name: "xe-0/0/[1-24]"}, {name: "et-0/0/0"}]}
            legacyLinks:
              - name: L-1
                peerAsn: 3320
                router: fra1
                port: {name: xe-1/0/0, rack: A, patchPanel: B, patchPanelPort: C, media: D, connector: E, duplex: F}
                bandwidthInMbps: 10000
                sessions: [{prefix: 192.0.2.0/31, maxPrefixesAdvertised: 1000}]
            """;

    @TempDir
    Path directory;

    @Test
    void readsTheOneThatIsDelivered() {
        // When
        var catalogue = CatalogueFile.read(DELIVERED);

        // Then
        assertThat(catalogue.legacyLinks()).isNotEmpty();
        assertThat(catalogue.location("Frankfurt")).isPresent();
    }

    @Test
    void needsNoLegacyLinks() throws Exception {
        // When
        var catalogue = read(OFFER);

        // Then
        assertThat(catalogue.legacyLinks()).isEmpty();
        assertThat(read(LINK).legacyLink("L-1")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "router: fra1|router: fra9|which is not there",
                "xe-1/0/0|xe-0/0/24|is on offer",
                "xe-1/0/0|et-0/0/0|is on offer",
                "192.0.2.0/31|198.51.100.0/31|session pool",
                "192.0.2.0/31|192.0.2.1/31|no network-aligned",
                "192.0.2.0/31|192.0.2.0/29|no network-aligned",
                "192.0.2.0/31|nonsense|no network-aligned",
                "maxPrefixesAdvertised: 1000|maxPrefixesAdvertised: 0|maxPrefixesAdvertised",
                "bandwidthInMbps: 10000|bandwidthInMbps: 12345|bandwidth",
                "peerAsn: 3320|peerAsn: 0|no AS number",
                "name: L-1|name: 'L 1'|needs a name",
                "peerAsn: 3320|peerAsn: [|is not what it should be"
            })
    void saysWhatDoesNotHoldTogether(String right, String wrong, String complaint) throws Exception {
        // When
        var reading = assertThatThrownBy(() -> read(LINK.replace("    " + right, "    " + wrong)
                .replace("{name: " + right, "{name: " + wrong)
                .replace("{prefix: " + right, "{prefix: " + wrong)
                .replace(", " + right, ", " + wrong)
                .replace("- " + right, "- " + wrong)));

        // Then
        reading.isInstanceOf(IllegalStateException.class).hasMessageContaining(complaint);
    }

    @Test
    void letsNoTwoLinksHaveOnePortOrPrefix() throws Exception {
        // Given
        var link = LINK.substring(LINK.indexOf("  - name: L-1"));

        // When
        var reading = assertThatThrownBy(() -> read(LINK + link));

        // Then
        reading.hasMessageContaining("stands there twice")
                .hasMessageContaining("so is another link")
                .hasMessageContaining("another link has too");
    }

    private Catalogue read(String text) throws IOException {
        return CatalogueFile.read(Files.writeString(directory.resolve("catalogue.yaml"), text));
    }
}
