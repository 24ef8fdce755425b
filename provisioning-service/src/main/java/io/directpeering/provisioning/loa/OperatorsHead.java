package io.directpeering.provisioning.loa;

import java.net.URI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.directpeering.letters.Letterhead;
import io.directpeering.letters.Party;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The head of our letters, out of the catalogue and the settings.
@ApplicationScoped
public class OperatorsHead {

    private final Catalogue catalogue;
    private final URI publicUrl;

    /// @param publicUrl where the gateway is reached from outside: what codes are verified at
    OperatorsHead(Catalogue catalogue, @ConfigProperty(name = "peering.public-url") URI publicUrl) {
        this.catalogue = catalogue;
        this.publicUrl = publicUrl;
    }

    /// A letter that leads nowhere would be found out by a colocation provider: rather do not start.
    void check(@Observes StartupEvent starting) {
        var scheme = publicUrl.getScheme();
        if (publicUrl.getHost() == null
                || !("https".equals(scheme) || "http".equals(scheme))
                || publicUrl.getRawQuery() != null
                || publicUrl.getRawFragment() != null
                || publicUrl.getRawUserInfo() != null) {
            throw new ConfigurationException("peering.public-url is " + publicUrl
                    + "; it must be the http or https address that letters of authorization send people to, as in"
                    + " https://peering.example.net");
        }
    }

    public Letterhead head() {
        var operator = catalogue.operator();
        return new Letterhead(
                new Party(operator.name(), operator.asn()),
                operator.address(),
                operator.contact().email(),
                operator.contact().phone(),
                publicUrl.toString().replaceAll("/+$", ""),
                operator.loaTerms());
    }
}
