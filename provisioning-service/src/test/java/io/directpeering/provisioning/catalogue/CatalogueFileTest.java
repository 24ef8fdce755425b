package io.directpeering.provisioning.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueFileTest {

    private static final Path EXAMPLE = Path.of("../deploy/catalogue.yaml");

    @TempDir
    Path folder;

    @Test
    void readsTheExample() {
        // When
        var catalogue = CatalogueFile.read(EXAMPLE);

        // Then
        assertThat(catalogue.locations())
                .extracting(Catalogue.Location::name)
                .containsExactly("Frankfurt", "Amsterdam", "London");
        assertThat(catalogue.routersAt(58))
                .hasSize(2)
                .allSatisfy(router -> assertThat(router.ports())
                        .hasSize(32)
                        .extracting(EdgeRouter.Port::name)
                        .contains("xe-0/0/1", "xe-0/0/24", "et-0/1/8"));
        assertThat(catalogue.routersAt(58).getFirst().ports().getLast().patchPanelPort())
                .isEqualTo("32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: fra1-edge2            | name: fra1-edge1       | router fra1-edge1 stands there twice",
                "peeringDBFacilityId: 60, n  | peeringDBFacilityId: 58, n | facility 58 stands there twice",
                "driver: simulated           | drivers: simulated     | routers[0].driver: is missing",
                "[10000, 100000]             | [15000]                | 15000 Mbps; an offer is a multiple",
                "198.51.100.0/24             | 198.51.100.1/24        | session pool 198.51.100.1/24",
                "203.0.113.0/24              | 198.51.100.128/25      | overlaps 198.51.100.0/24",
                "asn: 64500                  | asn: many              | operator.asn: ",
            })
    void saysInOneLineWhatIsWrong(String text, String instead, String said) throws IOException {
        // Given
        var file = folder.resolve("catalogue.yaml");
        Files.writeString(file, replacedOnce(Files.readString(EXAMPLE), text, instead));

        // Then
        assertThatThrownBy(() -> CatalogueFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("catalogue ")
                .hasMessageContaining(said)
                .hasMessageNotContaining("\n");
    }

    @Test
    void readsWhatADriverNeeds() throws IOException {
        // Given
        var file = folder.resolve("catalogue.yaml");
        Files.writeString(
                file,
                replacedOnce(
                        Files.readString(EXAMPLE),
                        "driver: simulated",
                        "driver: bird\n    control: {socket: /run/bird/bird.ctl, holdTimeSeconds: 30, bfd: true}"));

        // When
        var catalogue = CatalogueFile.read(file);

        // Then
        assertThat(catalogue.routers().getFirst().settings())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("socket", "/run/bird/bird.ctl", "holdTimeSeconds", "30", "bfd", "true"));
        assertThat(catalogue.routers().getLast().settings()).isEmpty();
    }

    @Test
    void saysWhereItLooked() {
        assertThatThrownBy(() -> CatalogueFile.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("peering.catalogue");
    }

    private static String replacedOnce(String text, String what, String by) {
        assertThat(text).contains(what);
        var at = text.indexOf(what);
        return text.substring(0, at) + by + text.substring(at + what.length());
    }
}
