package io.directpeering.request.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// What `/q/openapi` says is enough to generate a client from.
@QuarkusTest
@OnRealParts
class DescriptionIT {

    private static final Set<String> WITHOUT_CONTENT = Set.of("204", "304");

    @Test
    void isValid() {
        // When
        var parsed = new OpenAPIV3Parser().readContents(text(), null, new ParseOptions());

        // Then
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(parsed.getOpenAPI().getComponents().getSecuritySchemes()).containsKey("bearer");
    }

    @Test
    void namesEveryOperation() {
        // When
        var operations = operations(description());

        // Then
        assertThat(operations.values())
                .extracting(Operation::getOperationId)
                .containsExactlyInAnyOrder(
                        "listPeerAsns",
                        "readPeerAsn",
                        "registerPeerAsn",
                        "endPeerAsn",
                        "listPeerings",
                        "requestPeering",
                        "readPeering",
                        "deprovisionPeering",
                        "deprovisionConnection",
                        "retryConnection",
                        "provideInformation",
                        "listLegacyLinks",
                        "convertLegacyPeering");
    }

    @Test
    void describesEveryAnswerAndBody() {
        // When
        var operations = operations(description());

        // Then
        operations.forEach((name, operation) -> {
            var answers = operation.getResponses();
            assertThat(answers.keySet()).as(name).anyMatch(status -> status.startsWith("2"));
            assertThat(answers).as(name).containsKeys("400", "401", "403", "503");
            answers.forEach((status, answer) -> {
                if (!WITHOUT_CONTENT.contains(status)) {
                    assertThat(schemas(answer))
                            .as(name + " " + status)
                            .isNotEmpty()
                            .doesNotContainNull();
                }
                if (status.startsWith("4") || status.startsWith("5")) {
                    assertThat(answer.getContent()).as(name + " " + status).containsKey("application/problem+json");
                }
            });
            if (operation.getRequestBody() != null) {
                assertThat(operation.getRequestBody().getContent())
                        .extractingByKey("application/json")
                        .extracting(media -> media.getSchema().get$ref())
                        .as(name)
                        .isNotNull();
                assertThat(answers).as(name).containsKeys("413", "415");
            }
            assertThat(operation.getSecurity()).as(name).anyMatch(requirement -> requirement.containsKey("bearer"));
        });
    }

    @Test
    void tellsOfKeysAndConditions() {
        // When
        var operations = operations(description());

        // Then
        assertThat(parameters(named(operations, "POST /peerings"))).contains("Idempotency-Key");
        assertThat(parameters(named(operations, "DELETE /peerings/{peeringId}")))
                .contains("Idempotency-Key", "If-Match", "reason", "peeringId");
        assertThat(parameters(named(operations, "GET /peerings/{peeringId}"))).contains("If-None-Match", "minSequence");
        assertThat(parameters(named(operations, "GET /peerings")))
                .containsExactlyInAnyOrder("peerAsn", "state", "peeringLocation", "limit", "after");
        assertThat(named(operations, "POST /peerings/{peeringId}/connections/{connectionId}/retry")
                        .getResponses())
                .containsKeys("200", "202", "404", "409", "412", "422");
    }

    @Test
    void resolvesEveryReference() {
        // Given
        var description = description();

        // When
        var referred = text().lines()
                .filter(line -> line.contains("$ref"))
                .map(line -> line.replaceAll(".*schemas/([^\"]+)\".*", "$1"))
                .distinct();

        // Then
        assertThat(referred)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(description.getComponents().getSchemas()).containsKey(name));
    }

    private static Operation named(Map<String, Operation> operations, String name) {
        return Objects.requireNonNull(operations.get(name), name);
    }

    private static List<String> parameters(Operation operation) {
        return operation.getParameters().stream()
                .map(parameter -> parameter.getName())
                .toList();
    }

    private static List<?> schemas(ApiResponse answer) {
        return answer.getContent() == null
                ? List.of()
                : answer.getContent().values().stream()
                        .map(media -> media.getSchema())
                        .toList();
    }

    private static Map<String, Operation> operations(OpenAPI description) {
        var operations = new TreeMap<String, Operation>();
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    private static OpenAPI description() {
        return new OpenAPIV3Parser()
                .readContents(text(), null, new ParseOptions())
                .getOpenAPI();
    }

    private static String text() {
        return given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
