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
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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

/// A suite in a folder and on ports of its own, started by `./peering up --detach`. Most tests share [one][Running],
/// started on the first use and taken down with the JVM.
final class Suite implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("peering.root", "../.."))
            .toAbsolutePath()
            .normalize();
    /// Keeps every port below those that the system gives to whoever asks for any.
    private static final int SHARED_PORT_OFFSET = 12_000;

    /// What the status ends with while everything, or not everything, takes traffic.
    private static final Set<Integer> READY_OR_NOT = Set.of(0, 4);

    /// The shared suite is followed, whatever is tested: nothing may come of it.
    private static final OtlpReceiver TRACES = OtlpReceiver.started();
    private static final Map<String, String> FOLLOWED = Map.of(
            "PEERING_TRACES_ENDPOINT",
            TRACES.url(),
            "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/protobuf",
            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
            "1s",
            // Of use as soon as a second instance of a service is there
            "PEERING_JUDGE_STANDBY_REPLICAS",
            "1",
            // A decision that takes longer is answered with 202, on a crowded machine, too.
            "PEERING_DECISION_TIMEOUT",
            "6s");

    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);

    private final Layout layout;
    private final Map<String, String> environment;
    private final JsonNode status;
    private final Tokens tokens;
    private final Tally tally = new Tally();

    private Suite(Layout layout, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        this.layout = layout;
        this.environment = environment;
        delete(layout.home());
        var command = new ArrayList<>(List.of("up", "--detach"));
        command.addAll(List.of(options));
        var up = peering(command.toArray(String[]::new));
        if (up.code() != 0) {
            throw new IllegalStateException(command + " ended with " + up.code() + "\n" + up.output());
        }
        status = readStatus();
        tokens = new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER));
    }

    /// Starts one for a single test.
    ///
    /// @param name       of its folder
    /// @param portOffset its own
    /// @param options    of `./peering up`
    static Suite start(String name, int portOffset, String... options) throws IOException, InterruptedException {
        return start(name, portOffset, Map.of(), options);
    }

    /// @param environment of its processes, beside the usual
    static Suite start(String name, int portOffset, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        return new Suite(layout(name, portOffset), environment, options);
    }

    private static Layout layout(String name, int portOffset) {
        return new Layout(ROOT, Path.of("target/" + name).toAbsolutePath(), portOffset);
    }

    /// What a command of `./peering` printed, and how it ended.
    record Ended(int code, String output) {}

    /// Hands the running suite to a test.
    static final class Running implements ParameterResolver {

        private static final Suite SHARED = shared();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Suite.class;
        }

        @Override
        public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return SHARED;
        }
    }

    private static Suite shared() {
        try {
            var shared = new Suite(layout("suite", SHARED_PORT_OFFSET), FOLLOWED);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "suite-down"));
            return shared;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The suite does not start", e);
        }
    }

    @Override
    public void close() {
        try {
            peering("down");
        } catch (IOException | InterruptedException e) {
            System.err.println("The suite does not stop: " + e);
        }
    }

    /// Runs a command of `./peering` to its end.
    Ended peering(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ROOT.resolve("peering").toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("peering", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PEERING_HOME", layout.home().toString());
        builder.environment().put("PEERING_PORT_OFFSET", String.valueOf(layout.portOffset()));
        builder.environment().putAll(environment);
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

    private JsonNode readStatus() throws IOException, InterruptedException {
        var shown = peering("status", "--output", "json");
        if (!READY_OR_NOT.contains(shown.code())) {
            throw new IOException("./peering status ended with " + shown.code() + "\n" + shown.output());
        }
        return new ObjectMapper().readTree(shown.output());
    }

    /// What was told of the suite's traces.
    OtlpReceiver traces() {
        return TRACES;
    }

    String gateway() {
        return status.at("/gateway/url").asText();
    }

    /// Speaks to the suite as somebody.
    Api as(Person person) {
        return new Api(gateway(), tokens.of(person), tally, null);
    }

    /// The same, at one instance of a service.
    Api as(Person person, String url) {
        return new Api(url, tokens.of(person), tally, null);
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

    /// Settings of a Kafka client that may read everything.
    Map<String, Object> kafka() throws IOException {
        var file = status.at("/broker/clientFile");
        if (file.isMissingNode()) {
            return Map.of(
                    "bootstrap.servers", status.at("/broker/bootstrapServers").asText());
        }
        var settings = new Properties();
        try (var text = Files.newBufferedReader(Path.of(file.asText()))) {
            settings.load(text);
        }
        return settings.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, settings::getProperty));
    }

    /// What came of all requests through [#as] so far.
    Tally tally() {
        return tally;
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

    /// The process of one of several brokers.
    ProcessHandle broker(String name) throws IOException, InterruptedException {
        return processAt("/broker/nodes/" + name + "/pid");
    }

    /// Whether a service or one of several brokers takes traffic.
    boolean isReady(String name) throws IOException, InterruptedException {
        var now = readStatus();
        return List.of("/services/", "/broker/nodes/").stream()
                .anyMatch(where -> now.at(where + name + "/state").asText().equals("Ready"));
    }

    /// Names of everything that runs as one of several.
    List<String> names(String pointer) {
        var names = new ArrayList<String>();
        status.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    ProcessHandle registry() throws IOException, InterruptedException {
        return processAt("/registry/pid");
    }

    ProcessHandle database() throws IOException, InterruptedException {
        return processAt("/database/pid");
    }

    private ProcessHandle processAt(String pointer) throws IOException, InterruptedException {
        var pid = readStatus().at(pointer).asLong();
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new IOException("There is no process " + pid + " at " + pointer));
    }

    static void delete(Path folder) throws IOException {
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
