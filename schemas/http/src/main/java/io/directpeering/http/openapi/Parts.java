package io.directpeering.http.openapi;

import java.util.List;
import java.util.Map;

import io.directpeering.http.idempotency.KeyReader;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// What descriptions refer to by name: the problem, the token, headers of requests and of answers.
final class Parts {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";
    static final String KEY = "IdempotencyKey";
    static final String IF_MATCH = "IfMatch";
    static final String IF_NONE_MATCH = "IfNoneMatch";

    private Parts() {}

    static Components addTo(Components components) {
        return components
                .addSchema(PROBLEM, problem())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Token of an OpenID Connect issuer. A peer's carries the claim asns."))
                .addParameter(
                        KEY,
                        parameter(KeyReader.HEADER, "The same command again under the same key is answered as before")
                                .schema(text().minLength(1).maxLength(257))
                                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
                .addParameter(
                        IF_MATCH,
                        parameter("If-Match", "ETag that it must have, or *; else nothing is done")
                                .schema(text())
                                .example("\"3\""))
                .addParameter(
                        IF_NONE_MATCH,
                        parameter("If-None-Match", "ETags that the client has: where one is its own, there is no body")
                                .schema(text())
                                .example("\"3\""))
                .addHeader("ETag", header("Names this state of it, for If-Match and If-None-Match"))
                .addHeader("Link", header("Address of the next page, rel=\"next\"; not there on the last one"))
                .addHeader("Location", header("Where it can be read"));
    }

    static Parameter referred(String parameter) {
        return OASFactory.createParameter().ref(parameter);
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.HEADER)
                .required(false)
                .description(description);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
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
