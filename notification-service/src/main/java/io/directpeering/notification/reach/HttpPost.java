package io.directpeering.notification.reach;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Posts to an address: looks at where it leads ([Reach]) and connects to exactly that. The host name still stands in
/// the request and is what the certificate must be for.
@ApplicationScoped
public class HttpPost {

    private static final int MOST_OF_AN_ANSWER_IN_BYTES = 64 * 1024;

    private final Reach reach;
    private final HttpClient client;
    private final Duration timeout;

    @Inject
    HttpPost(Reach reach, Vertx vertx, ReachSettings settings) {
        this(reach, vertx, new HttpClientOptions(), settings.connectTimeout(), settings.timeout());
    }

    HttpPost(Reach reach, Vertx vertx, HttpClientOptions options, Duration connectTimeout, Duration timeout) {
        this.reach = reach;
        this.timeout = timeout;
        client = vertx.createHttpClient(options.setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxPoolSize(32)
                .setMaxHeaderSize(16 * 1024));
    }

    /// Blocks until there is an answer or time is over.
    public Answer post(String address, Map<String, String> headers, byte[] body) {
        long deadline = System.nanoTime() + timeout.toNanos();
        return switch (reach.of(address)) {
            case Reach.Outcome.Closed(String reason) -> new Answer.None("The address " + reason);
            case Reach.Outcome.Open open -> post(open, headers, body, deadline);
        };
    }

    /// Tries one address after the other until one takes the connection.
    private Answer post(Reach.Outcome.Open open, Map<String, String> headers, byte[] body, long deadline) {
        Answer answer = new Answer.None("No address");
        for (var address : open.addresses()) {
            var status = new CompletableFuture<Integer>();
            try {
                return new Answer.Status(ask(open.endpoint(), address, headers, body, status, deadline));
            } catch (ExecutionException e) {
                answer = new Answer.None(reason(e.getCause()));
                if (!(e.getCause() instanceof ConnectException || e.getCause() instanceof ConnectTimeoutException)) {
                    return answer;
                }
            } catch (TimeoutException e) {
                // It said what it makes of the message, whatever it does after that.
                return status.isDone()
                        ? new Answer.Status(status.join())
                        : new Answer.None("No answer within " + timeout.toSeconds() + " s");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.None("The service stops");
            }
        }
        return answer;
    }

    private int ask(
            EndpointAddress endpoint,
            InetAddress address,
            Map<String, String> headers,
            byte[] body,
            CompletableFuture<Integer> status,
            long deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        var request = client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(nameless(address), endpoint.port())))
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.secure())
                .setURI(endpoint.target())
                .setFollowRedirects(false));
        try {
            return request.compose(sent -> {
                        headers.forEach(sent::putHeader);
                        return sent.send(Buffer.buffer(body)).compose(answer -> {
                            status.complete(answer.statusCode());
                            return drained(sent, answer);
                        });
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(left, TimeUnit.MILLISECONDS);
        } finally {
            // Nothing of it is left behind, whatever became of it.
            request.onSuccess(sent -> sent.connection().close());
        }
    }

    /// Reads what comes with the answer, which is of no interest, until it ends or gets too much.
    private static Future<Integer> drained(HttpClientRequest request, HttpClientResponse answer) {
        Promise<Integer> done = Promise.promise();
        var read = new int[1];
        answer.handler(part -> {
            read[0] += part.length();
            if (read[0] > MOST_OF_AN_ANSWER_IN_BYTES && done.tryComplete(answer.statusCode())) {
                request.connection().close();
            }
        });
        answer.endHandler(end -> done.tryComplete(answer.statusCode()));
        answer.exceptionHandler(lost -> done.tryComplete(answer.statusCode()));
        return done.future();
    }

    /// Without the name it came from, so that nothing can resolve that again.
    private static InetAddress nameless(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "The connection failed";
            case ConnectTimeoutException _ -> "The connection was not taken in time";
            case ConnectException _ -> "The connection was refused";
            case SSLException _ -> "The TLS handshake failed: " + failure.getMessage();
            default -> "The connection failed: " + failure.getClass().getSimpleName();
        };
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
