package io.directpeering.http.openapi;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Adds to every operation what is the same for its kind, so that none can forget it.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CommonParts implements OASFilter {

    /// Extension of an operation that does nothing more when it is sent again, so that it takes no key.
    public static final String REPEATABLE = "x-repeatable";

    /// Extension of an operation that anybody may call.
    public static final String PUBLIC = "x-public";

    private static final Set<HttpMethod> COMMANDS =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.components(Parts.addTo(components));
        var items = api.getPaths().getPathItems();
        items.forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation, showsTag(path, items))));
    }

    /// Whether what stands at this path, or what it is a part of, is shown with a tag.
    private static boolean showsTag(String path, Map<String, PathItem> items) {
        return Stream.iterate(path, each -> !each.isEmpty(), each -> each.substring(0, each.lastIndexOf('/')))
                .map(items::get)
                .filter(item -> item != null && item.getGET() != null)
                .findFirst()
                .filter(item -> item.getGET().getResponses().getAPIResponses().values().stream()
                        .map(APIResponse::getHeaders)
                        .anyMatch(headers -> headers != null && headers.containsKey("ETag")))
                .isPresent();
    }

    private static void complete(String path, HttpMethod method, Operation operation, boolean tagged) {
        if (!is(PUBLIC, operation)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(Parts.BEARER));
            refuses(operation, "401", "Who calls is not known");
            refuses(operation, "403", "Who calls may not");
        }
        if (path.contains("{")) {
            refuses(operation, "404", "There is no such thing, or none that the caller may know of");
        }
        if (COMMANDS.contains(method)) {
            command(operation, tagged);
        } else if (tagged) {
            operation.addParameter(Parts.referred(Parts.IF_NONE_MATCH));
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("The client has this already"));
        }
        if (operation.getRequestBody() != null) {
            refuses(operation, "413", "The body is too large");
            refuses(operation, "415", "The body is no JSON");
        }
        refuses(operation, "400", "Something is wrong with the request; errors names the fields");
        refuses(operation, "429", "Too many requests; ask again when Retry-After says");
        refuses(operation, "503", "It cannot be told now; ask again when Retry-After says");
    }

    private static void command(Operation operation, boolean tagged) {
        if (is(REPEATABLE, operation)) {
            return;
        }
        operation.addParameter(Parts.referred(Parts.KEY));
        refuses(operation, "409", "It does not fit what is there, or how that stands");
        refuses(operation, "422", "The idempotency key was used for another command");
        if (tagged) {
            operation.addParameter(Parts.referred(Parts.IF_MATCH));
            refuses(operation, "412", "It is not as the request expects it: its ETag is another");
        }
    }

    private static boolean is(String extension, Operation operation) {
        return operation.getExtensions() != null
                && Boolean.TRUE.equals(operation.getExtensions().get(extension));
    }

    private static void refuses(Operation operation, String status, String why) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(why)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(Parts.PROBLEM)))));
    }
}
