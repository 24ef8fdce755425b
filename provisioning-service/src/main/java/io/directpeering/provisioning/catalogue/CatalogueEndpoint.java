package io.directpeering.provisioning.catalogue;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.directpeering.http.openapi.CommonParts;
import io.directpeering.provisioning.catalogue.Catalogue.Location;
import io.directpeering.provisioning.catalogue.Catalogue.Operator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The public part of the catalogue: what a peer may ask for, and of whom.
@Path("/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Catalogue")
public class CatalogueEndpoint {

    /// @param operator  who runs this system
    /// @param locations metros with their facilities and offers
    public record Offers(Operator operator, List<Location> locations) {}

    private final Catalogue catalogue;

    CatalogueEndpoint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(
            operationId = "readCatalogue",
            summary = "Who the operator is, its metros, facilities and offers",
            extensions = @Extension(name = CommonParts.PUBLIC, value = "true", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The public part of the catalogue",
            content = @Content(schema = @Schema(implementation = Offers.class)))
    public Offers offers() {
        return new Offers(catalogue.operator(), catalogue.locations());
    }
}
