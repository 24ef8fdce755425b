package io.directpeering.provisioning.loa;

import java.time.InstantSource;
import java.util.Optional;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.openapi.CommonParts;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Tells anybody who holds a letter whether it holds: a page for people, JSON for machines. Public, so it gives away
/// nothing to somebody without a code, and every code that is not one gets the same answer.
@Path("/verify/{code}")
@PermitAll
@Blocking
@Tag(name = "Verification")
public class VerificationEndpoint {

    private static final String UNKNOWN =
            "No letter of authorization has this code. If it is copied as printed, the letter is not the operator's: do"
                    + " not act on it.";

    /// The page has no script, loads nothing, and sends nobody anything.
    private static final String ONLY_ITS_OWN_STYLE =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// @param verdict null: no letter has this code
    record Page(@Nullable Verdict verdict, String unknown, Catalogue.Operator operator) implements TemplateInstance {}

    private final Letters letters;
    private final Catalogue catalogue;
    private final InstantSource clock;

    VerificationEndpoint(Letters letters, Catalogue catalogue, InstantSource clock) {
        this.letters = letters;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Transactional
    @Operation(hidden = true) // described with the other
    public Response page(String code) {
        var verdict = verdict(code);
        var page = new Page(verdict.orElse(null), UNKNOWN, catalogue.operator()).render();
        return guarded(Response.status(verdict.isPresent() ? Status.OK : Status.NOT_FOUND))
                .entity(page)
                .header("Content-Security-Policy", ONLY_ITS_OWN_STYLE)
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
    @Transactional
    @Operation(
            operationId = "verifyLetter",
            summary = "Whether the letter that carries this code holds; a page for people who ask for HTML",
            extensions = @Extension(name = CommonParts.PUBLIC, value = "true", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "What became of the letter",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Verdict.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response machine(String code) {
        var verdict = verdict(code).orElseThrow(() -> Problems.absent(UNKNOWN));
        return guarded(Response.ok())
                .type(MediaType.APPLICATION_JSON)
                .entity(verdict)
                .build();
    }

    private Optional<Verdict> verdict(String code) {
        return VerificationCode.typed(code)
                .flatMap(letters::coded)
                .map(letter -> Verdict.of(letter, catalogue.operator().asn(), clock.instant()));
    }

    /// It may be another answer in a minute, and an address with a code in it is nobody else's.
    private static ResponseBuilder guarded(ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }
}
