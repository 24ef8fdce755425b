package io.directpeering.request.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.directpeering.request.idempotency.KeyReader;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Adds to every operation what is the same for its kind, so that none can forget it.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CommonParts implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final Set<HttpMethod> COMMANDS = Set.of(HttpMethod.POST, HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        components.addSchema(PROBLEM, problem());
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Token of an OpenID Connect issuer. A peer's carries the claim asns."));
        api.components(components);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        var hasBody = operation.getRequestBody() != null;
        if (COMMANDS.contains(method)) {
            refuses(operation, "409", "It does not fit what is there, or where the peering stands");
        }
        if (COMMANDS.contains(method) && path.contains("peerings")) {
            operation.addParameter(key());
            refuses(operation, "422", "The idempotency key was used for another command");
        }
        if (path.contains("{")) {
            refuses(operation, "404", "There is no such thing, or none that the caller may know of");
        }
        if (path.contains("{peeringId}")) {
            if (COMMANDS.contains(method)) {
                operation.addParameter(ifMatch());
                refuses(operation, "412", "The peering has moved on since: its sequence is not the expected one");
            } else {
                operation.addParameter(ifNoneMatch());
                operation
                        .getResponses()
                        .addAPIResponse(
                                "304", OASFactory.createAPIResponse().description("The client has this state already"));
            }
        }
        if (hasBody) {
            refuses(operation, "413", "The body is too large");
            refuses(operation, "415", "The body is no JSON");
        }
        refuses(operation, "400", "Something is wrong with the request; errors names the fields");
        refuses(operation, "401", "Who calls is not known");
        refuses(operation, "403", "Who calls may not");
        refuses(operation, "503", "It cannot be told now; ask again when Retry-After says");
    }

    private static void refuses(Operation operation, String status, String why) {
        operation.getResponses().addAPIResponse(status, refusal(why));
    }

    private static APIResponse refusal(String why) {
        return OASFactory.createAPIResponse()
                .description(why)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Parameter key() {
        return header(KeyReader.HEADER, "The same command again under the same key is answered as before")
                .schema(text().minLength(1).maxLength(257))
                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
    }

    private static Parameter ifMatch() {
        return header("If-Match", "ETag that the peering must have, or *; else nothing is done")
                .schema(text())
                .example("\"3\"");
    }

    private static Parameter ifNoneMatch() {
        return header("If-None-Match", "ETag that the client has: where it is the peering's, there is no body")
                .schema(text())
                .example("\"3\"");
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.HEADER)
                .required(false)
                .description(description);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What went wrong (RFC 9457). Some problems have members of their own beside these.")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("For people: what is wrong, and the way out"))
                .addProperty("instance", text())
                .addProperty("code", text().description("For programs: what kind of conflict"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .properties(Map.of("field", text(), "message", text()))
                                        .required(List.of("field", "message"))))
                .required(List.of("title", "status", "detail"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
