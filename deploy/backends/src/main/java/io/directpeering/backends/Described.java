package io.directpeering.backends;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

/// What a service says of its interface (`/q/openapi`), held against what a client is generated from.
public final class Described {

    private static final Set<String> WITHOUT_CONTENT = Set.of("204", "304");

    private final OpenAPI api;
    private final String text;
    private final Map<String, Operation> operations = new TreeMap<>();

    private Described(OpenAPI api, String text) {
        this.api = api;
        this.text = text;
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(method + " " + path, operation)));
    }

    /// @param text as JSON
    public static Described by(String text) {
        var parsed = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
        assertThat(parsed.getMessages()).isEmpty();
        return new Described(parsed.getOpenAPI(), text);
    }

    public Set<String> operationIds() {
        return operations.values().stream().map(Operation::getOperationId).collect(toUnmodifiableSet());
    }

    /// Names of an operation's parameters, wherever they stand in a request.
    ///
    /// @param operation such as `POST /peerings`
    public List<String> parameters(String operation) {
        return Objects.requireNonNullElse(named(operation).getParameters(), List.<Parameter>of()).stream()
                .map(this::resolved)
                .map(Parameter::getName)
                .toList();
    }

    /// Statuses that an operation may answer with.
    public Set<String> answers(String operation) {
        return named(operation).getResponses().keySet();
    }

    private Operation named(String operation) {
        return Objects.requireNonNull(operations.get(operation), operation);
    }

    private Parameter resolved(Parameter parameter) {
        var referred = parameter.get$ref();
        return referred == null
                ? parameter
                : Objects.requireNonNull(
                        api.getComponents().getParameters().get(referred.substring(referred.lastIndexOf('/') + 1)),
                        referred);
    }

    /// Every operation has a name of its own, says who may call it, and describes each body and each answer; a list
    /// that is read piece by piece and a command that takes a key say so.
    public void assertEnoughForAClient() {
        assertThat(api.getOpenapi()).startsWith("3.1");
        assertThat(api.getInfo().getTitle()).startsWith("Direct Peering: ");
        assertThat(api.getComponents().getSecuritySchemes()).containsKey("bearer");
        assertThat(operations.values())
                .extracting(Operation::getOperationId)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        operations.forEach(this::assertComplete);
        assertReferencesLead();
    }

    private void assertComplete(String name, Operation operation) {
        var answers = operation.getResponses();
        assertThat(operation.getSummary()).as(name).isNotBlank();
        assertThat(operation.getTags()).as(name).hasSize(1);
        assertThat(answers.keySet()).as(name).anyMatch(status -> status.startsWith("2"));
        assertThat(answers).as(name).containsKeys("400", "429", "503");
        answers.forEach((status, answer) -> assertDescribed(name + " " + status, status, answer));
        if (operation.getRequestBody() != null) {
            assertThat(operation.getRequestBody().getContent())
                    .extractingByKey("application/json")
                    .extracting(media -> media.getSchema().get$ref())
                    .as(name)
                    .isNotNull();
            assertThat(answers).as(name).containsKeys("413", "415");
        }
        if (!is("x-public", operation)) {
            assertThat(operation.getSecurity()).as(name).anyMatch(requirement -> requirement.containsKey("bearer"));
            assertThat(answers).as(name).containsKeys("401", "403");
        }
        if (name.contains("{")) {
            assertThat(answers).as(name).containsKey("404");
        }
        if (!name.startsWith("GET ") && !is("x-repeatable", operation)) {
            assertThat(parameters(name)).as(name).contains("Idempotency-Key");
            assertThat(answers).as(name).containsKeys("409", "422");
        }
        assertThat(parameters(name).contains("If-Match")).as(name).isEqualTo(answers.containsKey("412"));
        assertThat(parameters(name).contains("If-None-Match")).as(name).isEqualTo(answers.containsKey("304"));
        if (parameters(name).contains("after")) {
            assertThat(answers)
                    .as(name)
                    .hasEntrySatisfying(
                            "200", page -> assertThat(page.getHeaders()).containsKey("Link"));
        }
    }

    private static void assertDescribed(String name, String status, ApiResponse answer) {
        if (!WITHOUT_CONTENT.contains(status)) {
            assertThat(answer.getContent()).as(name).isNotEmpty();
            assertThat(answer.getContent().values())
                    .as(name)
                    .allSatisfy(media -> assertThat(media.getSchema()).isNotNull());
        }
        if (status.startsWith("4") || status.startsWith("5")) {
            assertThat(answer.getContent()).as(name).containsKey("application/problem+json");
        }
    }

    private static boolean is(String extension, Operation operation) {
        var extensions = operation.getExtensions();
        return extensions != null && Boolean.TRUE.equals(extensions.get(extension));
    }

    private void assertReferencesLead() {
        var components = api.getComponents();
        var there = Stream.of(
                        Stream.of(keys(components.getSchemas())).map(name -> "schemas/" + name),
                        Stream.of(keys(components.getParameters())).map(name -> "parameters/" + name),
                        Stream.of(keys(components.getHeaders())).map(name -> "headers/" + name))
                .flatMap(names -> names)
                .collect(toUnmodifiableSet());
        var referred = text.lines()
                .filter(line -> line.contains("$ref"))
                .map(line -> line.replaceAll(".*#/components/([^\"]+)\".*", "$1"))
                .distinct()
                .toList();
        assertThat(referred).isNotEmpty().isSubsetOf(there);
    }

    private static String[] keys(@Nullable Map<String, ?> named) {
        return named == null ? new String[0] : named.keySet().toArray(String[]::new);
    }
}
