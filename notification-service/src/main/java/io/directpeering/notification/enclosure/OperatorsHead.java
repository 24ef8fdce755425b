package io.directpeering.notification.enclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.letters.Letterhead;
import io.directpeering.letters.Party;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The head of the operator's letters: section `operator` of the catalogue that `peering.catalogue` names, and
/// `peering.public-url`. Without them no letter is attached to a mail.
@ApplicationScoped
class OperatorsHead {

    private static final Logger LOG = Logger.getLogger(OperatorsHead.class);

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Catalogue(Operator operator) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Operator(String name, long asn, List<String> address, Contact contact, List<String> loaTerms) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Contact(String email, String phone) {}

    private final Optional<Letterhead> head;

    OperatorsHead(
            @ConfigProperty(name = "peering.catalogue") Optional<Path> catalogue,
            @ConfigProperty(name = "peering.public-url") Optional<String> publicUrl) {
        head = catalogue.flatMap(file -> publicUrl.map(url -> read(file, url)));
    }

    void started(@Observes StartupEvent event) {
        if (head.isEmpty()) {
            LOG.warn("Mails carry no letters: peering.catalogue or peering.public-url is not set");
        }
    }

    Optional<Letterhead> head() {
        return head;
    }

    private static Letterhead read(Path file, String publicUrl) {
        try {
            var operator =
                    new YAMLMapper().readValue(file.toFile(), Catalogue.class).operator();
            return new Letterhead(
                    new Party(operator.name(), operator.asn()),
                    operator.address(),
                    operator.contact().email(),
                    operator.contact().phone(),
                    publicUrl.replaceAll("/+$", ""),
                    operator.loaTerms());
        } catch (IOException | NullPointerException e) {
            throw new ConfigurationException(
                    "catalogue: " + file.toAbsolutePath().normalize() + " does not say who the operator is", e);
        }
    }
}
