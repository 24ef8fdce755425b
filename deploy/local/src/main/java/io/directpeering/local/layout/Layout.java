package io.directpeering.local.layout;

import java.nio.file.Path;
import java.util.Map;

import io.directpeering.local.Trouble;
import org.jspecify.annotations.Nullable;

/// Where everything of one local run is.
///
/// @param root       the checkout
/// @param home       the folder of everything that a run leaves behind, `.local`
/// @param portOffset added to every port
public record Layout(Path root, Path home, int portOffset) {

    /// Every part listens here and nowhere else.
    public static final String LOOPBACK = "127.0.0.1";

    /// From one part of a kind to the next.
    private static final int PORTS_APART = 100;

    private static final int LARGEST_PORT_OFFSET = 65535 - 15432;

    /// As the environment says.
    ///
    /// @param root what the start script gives, or null: the working directory
    /// @param home what the start script gives, or null: `.local` under the root
    public static Layout of(@Nullable String root, @Nullable String home, Map<String, String> environment) {
        var checkout = Path.of(root == null ? "" : root).toAbsolutePath().normalize();
        var folder = home == null
                ? checkout.resolve(".local")
                : Path.of(home).toAbsolutePath().normalize();
        return new Layout(checkout, folder, offset(environment.getOrDefault("PEERING_PORT_OFFSET", "0")));
    }

    private static int offset(String text) {
        var wrong = new Trouble("PEERING_PORT_OFFSET is '%s', which is no number from 0 to %d. Unset it, or set one."
                .formatted(text, LARGEST_PORT_OFFSET));
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= LARGEST_PORT_OFFSET) {
                return number;
            }
            throw wrong;
        } catch (NumberFormatException e) {
            throw wrong;
        }
    }

    public int port(Port port) {
        return port.number() + portOffset;
    }

    /// The port of one of several parts of a kind.
    ///
    /// @param number of the part: 1, 2, …
    public int port(Port port, int number) {
        return port(port) + (number - 1) * PORTS_APART;
    }

    /// `host:port` of a port.
    public String address(Port port) {
        return address(port, 1);
    }

    /// `host:port` of one of several parts of a kind.
    public String address(Port port, int number) {
        return LOOPBACK + ":" + port(port, number);
    }

    public String url(Port port) {
        return url(port, 1);
    }

    public String url(Port port, int number) {
        return "http://" + address(port, number);
    }

    /// Base of the registry's own API.
    public String registryUrl() {
        return url(Port.REGISTRY) + "/apis/registry/v3";
    }

    /// Base of the registry's Confluent-compatible API, for clients that know nothing of this project.
    public String confluentRegistryUrl() {
        return url(Port.REGISTRY) + "/apis/ccompat/v7";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address(Port.DATABASE) + "/" + database;
    }

    /// What the operator offers, and on what: the example's, unless PEERING_CATALOGUE names another.
    public Path catalogue() {
        var another = System.getenv("PEERING_CATALOGUE");
        return another == null || another.isBlank() ? root.resolve("deploy/catalogue.yaml") : Path.of(another);
    }

    /// What is kept of a part from run to run.
    public Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path mails() {
        return home.resolve("mail");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /// What is of this run only: process ids, the lock, the password.
    public Path run() {
        return home.resolve("run");
    }
}
