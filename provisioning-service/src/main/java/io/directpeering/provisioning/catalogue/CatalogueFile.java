package io.directpeering.provisioning.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.provisioning.catalogue.Catalogue.Location;
import io.directpeering.provisioning.catalogue.Catalogue.Operator;
import io.directpeering.provisioning.catalogue.Catalogue.SessionPools;
import io.directpeering.provisioning.catalogue.EdgeRouter.Port;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads the catalogue, or says in one line what is wrong with it.
@ApplicationScoped
public class CatalogueFile {

    private static final ObjectMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /// What the file looks like: routers with ranges of ports. Links from before this system are request-service's to
    /// read: here they come as facts, and on no port that is on offer.
    @JsonIgnoreProperties("legacyLinks")
    private record Sheet(
            Operator operator, List<Location> locations, List<RouterEntry> routers, SessionPools sessionPools) {}

    /// What the driver needs is read apart: every other thing must be there, and that need not.
    @JsonIgnoreProperties("control")
    private record RouterEntry(String name, int peeringDBFacilityId, String driver, List<Port> ports) {}

    @Produces
    @Singleton
    Catalogue catalogue(@ConfigProperty(name = "peering.catalogue") Path file) {
        return read(file);
    }

    /// @throws ConfigurationException there is no such file, or what it says does not hold together
    static Catalogue read(Path file) {
        if (!Files.isReadable(file)) {
            throw new ConfigurationException("catalogue: no file "
                    + file.toAbsolutePath().normalize() + "; the property peering.catalogue says where it is");
        }
        try {
            var catalogue =
                    unfolded(YAML.readValue(file.toFile(), Sheet.class), controls(YAML.readTree(file.toFile())));
            var violations = CatalogueRules.violations(catalogue);
            if (!violations.isEmpty()) {
                throw new ConfigurationException("catalogue " + file + ": " + String.join("; ", violations));
            }
            return catalogue;
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("catalogue " + file + place(e) + ": " + plain(e), e);
        } catch (IOException e) {
            throw new ConfigurationException("catalogue " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Catalogue unfolded(Sheet sheet, Map<String, Map<String, String>> controls) {
        var routers = sheet.routers().stream()
                .map(router -> new EdgeRouter(
                        router.name(),
                        router.peeringDBFacilityId(),
                        router.driver(),
                        controls.getOrDefault(router.name(), Map.of()),
                        router.ports().stream()
                                .flatMap(port -> PortRange.unfold(port).stream())
                                .toList()))
                .toList();
        return new Catalogue(sheet.operator(), sheet.locations(), routers, sheet.sessionPools());
    }

    /// The routers' `control` sections by the routers' names.
    private static Map<String, Map<String, String>> controls(JsonNode sheet) {
        var controls = new HashMap<String, Map<String, String>>();
        for (var router : sheet.path("routers")) {
            var name = router.path("name").asText();
            var control = new HashMap<String, String>();
            for (var setting : router.path("control").properties()) {
                if (!setting.getValue().isValueNode()) {
                    throw new ConfigurationException(
                            "catalogue: router " + name + ": control." + setting.getKey() + " is no single value");
                }
                control.put(setting.getKey(), setting.getValue().asText());
            }
            if (router.has("control") && !router.get("control").isObject()) {
                throw new ConfigurationException("catalogue: router " + name + ": control is no list of settings");
            }
            controls.put(name, control);
        }
        return controls;
    }

    private static String place(JsonProcessingException e) {
        var line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? line + ", " + path(mapping)
                : line;
    }

    /// As in `routers[0].driver`.
    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }

    private static String plain(JsonProcessingException e) {
        var message = e.getOriginalMessage().lines().findFirst().orElse("");
        return message.startsWith("Missing creator property") ? "is missing" : message;
    }
}
