package io.directpeering.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Replica;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/// The processes of each service, in turns those that say that they take traffic. Used on one event loop.
final class Upstreams {

    private static final long ASK_EVERY_MS = 250;
    private static final long ANSWER_WITHIN_MS = 1_000;

    private final Layout layout;
    private final Scale scale;
    private final HttpClient client;
    private final Set<Replica> notReady = ConcurrentHashMap.newKeySet();
    private int turn;

    Upstreams(Vertx vertx, Layout layout, Scale scale, HttpClient client) {
        this.layout = layout;
        this.scale = scale;
        this.client = client;
        if (scale.replicas() > 1) {
            vertx.setPeriodic(ASK_EVERY_MS, _ -> scale.all().forEach(this::ask));
        }
    }

    /// A request to one of them; the next where one takes no connection.
    ///
    /// @param by whose connections it takes
    /// @return fails with a ConnectException: none of them does, and nothing was sent
    Future<HttpClientRequest> request(Services service, HttpClient by) {
        var inTurn = inTurn(service);
        var request = connect(inTurn.getFirst(), by);
        for (var next : inTurn.subList(1, inTurn.size())) {
            request = request.recover(_ -> connect(next, by));
        }
        return request;
    }

    /// Those that are ready first; who is not may have become so since it was asked.
    private List<Replica> inTurn(Services service) {
        var all = scale.of(service);
        turn = (turn + 1) & Integer.MAX_VALUE;
        var ready = new ArrayList<Replica>();
        var others = new ArrayList<Replica>();
        for (var i = 0; i < all.size(); i++) {
            var replica = all.get((turn + i) % all.size());
            (notReady.contains(replica) ? others : ready).add(replica);
        }
        ready.addAll(others);
        return ready;
    }

    private Future<HttpClientRequest> connect(Replica replica, HttpClient by) {
        return by.request(new RequestOptions().setHost(Layout.LOOPBACK).setPort(replica.port(layout)));
    }

    private void ask(Replica replica) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(replica.readiness(layout))
                        .setTimeout(ANSWER_WITHIN_MS))
                .compose(HttpClientRequest::send)
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result().statusCode() == 200) {
                        notReady.remove(replica);
                    } else {
                        notReady.add(replica);
                    }
                });
    }
}
