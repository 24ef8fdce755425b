package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;

/// Who operates the suite, as the catalogue says: what mails start and end with.
public record Operator(String name, long asn, String email) {

    /// Reads it.
    ///
    /// @throws Trouble there is no catalogue, or it names no operator
    static Operator of(Layout layout) throws IOException {
        var catalogue = layout.catalogue();
        if (!Files.isReadable(catalogue)) {
            throw new Trouble("There is no catalogue at %s.".formatted(catalogue));
        }
        var operator = new YAMLMapper().readTree(catalogue.toFile()).path("operator");
        var email = operator.path("contact").path("email").asText();
        if (email.isBlank()) {
            throw new Trouble("The catalogue %s gives no operator.contact.email.".formatted(catalogue));
        }
        return new Operator(operator.path("name").asText(), operator.path("asn").asLong(), email);
    }
}
