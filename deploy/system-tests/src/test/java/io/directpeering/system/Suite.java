package io.directpeering.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Person;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Secret;
import org.jose4j.base64url.Base64Url;
import org.jose4j.keys.BigEndianBigInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One suite for all system tests, in a folder and on ports of its own, started by `./peering up --detach` on the
/// first use and taken down with the JVM.
final class Suite {

    private static final Path ROOT = Path.of(System.getProperty("peering.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path HOME = Path.of("target/suite").toAbsolutePath();
    /// Keeps every port below those that the system gives to whoever asks for any.
    private static final String PORT_OFFSET = "12000";
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);

    private final JsonNode status;
    private final Layout layout;
    private final Tokens tokens;

    private Suite(JsonNode status) throws IOException {
        this.status = status;
        layout = Layout.of(ROOT.toString(), HOME.toString(), Map.of("PEERING_PORT_OFFSET", PORT_OFFSET));
        tokens = new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER));
    }

    /// What a command of `./peering` printed, and how it ended.
    record Ended(int code, String output) {}

    /// Hands the running suite to a test.
    static final class Running implements ParameterResolver {

        private static final Suite SHARED = start();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Suite.class;
        }

        @Override
        public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return SHARED;
        }
    }

    private static Suite start() {
        try {
            delete(HOME);
            var up = peering("up", "--detach");
            Runtime.getRuntime().addShutdownHook(new Thread(Suite::stop, "suite-down"));
            if (up.code() != 0) {
                throw new IllegalStateException("./peering up --detach ended with " + up.code() + "\n" + up.output());
            }
            return new Suite(readStatus());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The suite does not start", e);
        }
    }

    private static void stop() {
        try {
            peering("down");
        } catch (IOException | InterruptedException e) {
            System.err.println("The suite does not stop: " + e);
        }
    }

    /// Runs a command of `./peering` to its end.
    static Ended peering(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ROOT.resolve("peering").toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("peering", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PEERING_HOME", HOME.toString());
        builder.environment().put("PEERING_PORT_OFFSET", PORT_OFFSET);
        // Of use as soon as a second instance of a service is there.
        builder.environment().put("PEERING_JUDGE_STANDBY_REPLICAS", "1");
        // The build that runs these tests has built what they start.
        builder.environment().put("PEERING_BUILDING", "1");
        var process = builder.start();
        if (!process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end within " + COMMAND_LIMIT + "\n" + Files.readString(output));
        }
        var ended = new Ended(process.exitValue(), Files.readString(output));
        Files.delete(output);
        return ended;
    }

    private static JsonNode readStatus() throws IOException, InterruptedException {
        var shown = peering("status", "--output", "json");
        if (shown.code() != 0) {
            throw new IOException("./peering status ended with " + shown.code() + "\n" + shown.output());
        }
        return new ObjectMapper().readTree(shown.output());
    }

    String gateway() {
        return status.at("/gateway/url").asText();
    }

    /// Speaks to the suite as somebody.
    Api as(Person person) {
        return new Api(gateway(), tokens.of(person));
    }

    /// The same, at one instance of a service.
    Api as(Person person, String url) {
        return new Api(url, tokens.of(person));
    }

    String token(Person person) {
        return tokens.of(person);
    }

    Layout layout() {
        return layout;
    }

    String serviceUrl(String service) {
        return status.at("/services/" + service + "/url").asText();
    }

    String bootstrapServers() {
        return status.at("/broker/bootstrapServers").asText();
    }

    String registryUrl() {
        return status.at("/registry/url").asText();
    }

    String confluentUrl() {
        return status.at("/registry/confluentUrl").asText();
    }

    String jdbcUrl(String database) {
        return layout.jdbcUrl(database);
    }

    String databasePassword() throws IOException {
        return Secret.DATABASE_PASSWORD.of(layout);
    }

    String webhookKey() throws IOException {
        return Secret.WEBHOOK_KEY.of(layout);
    }

    /// The private exponent of the key that tokens are signed with.
    String issuerKey() {
        var exponent = ((RSAPrivateKey) tokens.key().getPrivateKey()).getPrivateExponent();
        return Base64Url.encode(BigEndianBigInteger.toByteArray(exponent));
    }

    Path logs() {
        return layout.logs();
    }

    Path mails() {
        return Path.of(status.at("/mail/folder").asText());
    }

    /// The process of a service at this moment.
    ProcessHandle process(String service) throws IOException, InterruptedException {
        return processAt("/services/" + service + "/pid");
    }

    ProcessHandle registry() throws IOException, InterruptedException {
        return processAt("/registry/pid");
    }

    ProcessHandle database() throws IOException, InterruptedException {
        return processAt("/database/pid");
    }

    private static ProcessHandle processAt(String pointer) throws IOException, InterruptedException {
        var pid = readStatus().at(pointer).asLong();
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new IOException("There is no process " + pid + " at " + pointer));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
