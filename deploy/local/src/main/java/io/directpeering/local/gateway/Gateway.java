package io.directpeering.local.gateway;

import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/// The gateway of the local run, in this JVM.
public final class Gateway implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MS = 2_000;
    /// No command of the suite waits longer for its decision.
    private static final int IDLE_TIMEOUT_SECONDS = 30;
    /// As many as a service lets be open.
    private static final int MOST_STREAMS = 1_024;

    private final Vertx vertx;
    private final HttpClient client;
    private final Upstreams upstreams;
    /// Of their own, for each keeps its connection and would leave none to the others.
    private final HttpClient streams;

    private Gateway(Vertx vertx, Layout layout, Scale scale) {
        this.vertx = vertx;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setIdleTimeout(IDLE_TIMEOUT_SECONDS)
                .setMaxPoolSize(64));
        streams = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setIdleTimeout(IDLE_TIMEOUT_SECONDS)
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_STREAMS));
        upstreams = new Upstreams(vertx, layout, scale, client);
    }

    /// Opens the port.
    ///
    /// @throws ExecutionException the port is taken
    public static Gateway start(Layout layout, Scale scale)
            throws ExecutionException, InterruptedException, TimeoutException {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        var gateway = new Gateway(vertx, layout, scale);
        var server = vertx.createHttpServer(
                        new HttpServerOptions().setHost(Layout.LOOPBACK).setPort(layout.port(Port.GATEWAY)))
                .requestHandler(gateway::route)
                .listen();
        try {
            server.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            gateway.close();
            throw e;
        }
        return gateway;
    }

    @Override
    public void close() throws InterruptedException {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The gateway does not close", e);
        }
    }

    private void route(HttpServerRequest request) {
        var uri = request.uri();
        var end = uri.indexOf('?');
        var path = end < 0 ? uri : uri.substring(0, end);
        switch (Route.of(path)) {
            case Route.To(var service) ->
                proxyTo(service, Route.isStream(path) ? streams : client).handle(request);
            case Route.Unknown() ->
                answer(
                        request,
                        new Problem(
                                404,
                                "Not Found",
                                "There is nothing at this address. The suite answers under /peer-asns, /peerings, /legacy-peerings, /reviews, /peer-asn-reviews, /policy, /verify, /catalogue, /deliveries and /webhooks."));
            case Route.Ambiguous() ->
                answer(
                        request,
                        new Problem(
                                400,
                                "Bad Request",
                                "The path holds ';', '%', '//', a dot segment or another character that no address here has. Send it plainly."));
        }
    }

    private HttpProxy proxyTo(Services service, HttpClient by) {
        return HttpProxy.reverseProxy(by)
                .originRequestProvider((_, _) -> upstreams.request(service, by))
                .addInterceptor(new ProxyInterceptor() {
                    @Override
                    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                        return context.sendRequest()
                                // Of the connection to the service; over HTTP/2 it would spoil the answer.
                                .onSuccess(answer -> answer.headers().remove(HttpHeaders.CONNECTION))
                                .recover(failure -> lost(context, service, failure));
                    }
                });
    }

    /// Without an answer of the service: nothing was sent if there was no connection; else nobody knows.
    private static Future<ProxyResponse> lost(ProxyContext context, Services service, Throwable failure) {
        var name = service.serviceName();
        var problem = failure instanceof ConnectException
                ? new Problem(
                        503,
                        "Service Unavailable",
                        name + " is not there at the moment. Nothing was sent to it; try again.")
                : new Problem(
                        502,
                        "Bad Gateway",
                        "The connection to " + name
                                + " was lost before it answered. Look whether the request took effect before sending it again.");
        var response = context.request().release().response();
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .setBody(Body.body(Buffer.buffer(problem.json())));
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "2");
        }
        return Future.succeededFuture(response);
    }

    private static void answer(HttpServerRequest request, Problem problem) {
        // The rest of the body is of no interest; the connection goes with it.
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(problem.json());
    }
}
