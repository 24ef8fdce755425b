package io.directpeering.provisioning.catalogue;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.directpeering.provisioning.catalogue.Catalogue.Location;
import io.directpeering.provisioning.catalogue.Catalogue.Operator;

/// The public part of the catalogue: what a peer may ask for, and of whom.
@Path("/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CatalogueEndpoint {

    /// @param operator  who runs this system
    /// @param locations metros with their facilities and offers
    public record Offers(Operator operator, List<Location> locations) {}

    private final Catalogue catalogue;

    CatalogueEndpoint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    public Offers offers() {
        return new Offers(catalogue.operator(), catalogue.locations());
    }
}
