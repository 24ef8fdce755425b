package io.directpeering.request.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads the catalogue when the service starts: a wrong file is found then, not with the first request.
@Singleton
final class CatalogueFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    @Startup
    @Produces
    @Singleton
    Catalogue catalogue(@ConfigProperty(name = "peering.catalogue") Path path) {
        return read(path);
    }

    static Catalogue read(Path path) {
        if (!Files.isReadable(path)) {
            throw new IllegalStateException("The catalogue " + path.toAbsolutePath()
                    + " cannot be read. Point peering.catalogue (PEERING_CATALOGUE) to the operator's catalogue.yaml.");
        }
        try {
            var catalogue = YAML.readValue(path.toFile(), Catalogue.class);
            var violations = LegacyRules.violations(catalogue);
            if (!violations.isEmpty()) {
                throw new IllegalStateException(
                        "The catalogue " + path.toAbsolutePath() + ": " + String.join("; ", violations));
            }
            return catalogue;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The catalogue " + path.toAbsolutePath() + " is not what it should be: " + e.getMessage(), e);
        }
    }
}
