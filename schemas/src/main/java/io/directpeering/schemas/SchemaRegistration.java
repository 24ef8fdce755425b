package io.directpeering.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.Schema;

/// Registers every record of the contract, a subject each, and demands FULL_TRANSITIVE compatibility of what
/// comes later. Doing it again changes nothing.
///
/// Speaks the Apicurio Registry v3 API.
public final class SchemaRegistration {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String registryUrl;

    /// @param registryUrl base address of the registry's own API, e.g. `http://localhost:8085/apis/registry/v3`
    public SchemaRegistration(String registryUrl) {
        this.registryUrl = registryUrl;
    }

    /// Registers from the command line: `SchemaRegistration <registry address>`.
    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println(new SchemaRegistration(args[0]).run() + " subjects registered");
    }

    /// Registers what is not registered.
    ///
    /// @return number of subjects
    /// @throws IOException the registry cannot be reached, or refuses a schema: the message names the subject
    ///                     and what the registry answered
    public int run() throws IOException, InterruptedException {
        demandCompatibility();
        Map<String, Schema> subjects = new TreeMap<>();
        Topics.all().forEach(topic -> subjects.putAll(topic.subjects()));
        for (var subject : subjects.entrySet()) {
            register(subject.getKey(), subject.getValue());
        }
        return subjects.size();
    }

    private void demandCompatibility() throws IOException, InterruptedException {
        var answer = post("/admin/rules", "{\"ruleType\":\"COMPATIBILITY\",\"config\":\"FULL_TRANSITIVE\"}");
        // 409: the rule stands already.
        if (answer.statusCode() >= 300 && answer.statusCode() != 409) {
            throw new IOException("The registry refused the compatibility rule: " + described(answer));
        }
    }

    private void register(String subject, Schema schema) throws IOException, InterruptedException {
        var answer = post("/groups/default/artifacts?ifExists=FIND_OR_CREATE_VERSION", """
                {"artifactId":%s,"artifactType":"AVRO",
                 "firstVersion":{"content":{"content":%s,"contentType":"application/json"}}}""".formatted(
                        quoted(subject), quoted(schema.toString())));
        if (answer.statusCode() >= 300) {
            throw new IOException("The registry refused the schema of " + subject + ": " + described(answer));
        }
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(registryUrl + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String described(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    /// A JSON string; schemas and subjects hold no control characters but line feeds.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
