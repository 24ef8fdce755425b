package io.directpeering.local.issuer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import io.directpeering.local.layout.Layout;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Publishes who issues and the public half of its key, as services look for it (OpenID Connect Discovery 1.0).
public final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final Tokens tokens;

    private Issuer(HttpServer server, Tokens tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /// @param port 0: any that is free
    /// @throws IOException the port is taken
    public static Issuer start(int port, RsaJsonWebKey key) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(Layout.LOOPBACK, port), 0);
        var url = "http://" + Layout.LOOPBACK + ":" + server.getAddress().getPort();
        publish(
                server,
                "/.well-known/openid-configuration",
                JsonUtil.toJson(Map.of("issuer", url, "jwks_uri", url + "/jwks")));
        publish(server, "/jwks", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new Issuer(server, new Tokens(key, url));
    }

    public Tokens tokens() {
        return tokens;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void publish(HttpServer server, String path, String json) {
        var body = json.getBytes(UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
