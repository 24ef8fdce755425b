package io.directpeering.request.peering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.problem.NotNow;
import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.Gathering;
import io.directpeering.request.query.Question;
import io.directpeering.request.query.Share;
import io.directpeering.request.query.past.Archive;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.apache.kafka.streams.state.HostInfo;

/// Answers the current request about the past out of what all instances say to it. Each is asked the same request once;
/// who is asked by another answers with its [Share], as JSON.
@Singleton
class PastShares {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Gathering gathering;
    private final ObjectMapper json;
    private final CurrentVertxRequest current;

    PastShares(Archive archive, ObjectMapper json, CurrentVertxRequest current) {
        this.gathering = new Gathering(archive, PATIENCE);
        this.json = json;
        this.current = current;
    }

    /// @param type of a part, which is read from JSON
    /// @param here this instance's share; empty: it cannot tell now
    /// @param told makes the answer for a client
    /// @throws NotNow the answer would not be whole
    <T> Response answer(
            Class<T> type, Function<Question, Optional<Share<T>>> here, Function<Gathered.Whole<T>, Response> told) {
        var context = current.getCurrent();
        if (context.request().getHeader(Hop.HOPPED) != null) {
            return here.apply(new Question.Held())
                    .map(share -> Response.ok(share).build())
                    .orElseThrow(() -> new NotNow(RETRY_AFTER, "There is nothing to tell of here. Ask again."));
        }
        return switch (gathering.of(new Instances<>(type, here, context))) {
            case Gathered.Whole<T> whole -> told.apply(whole);
            case Gathered.NotReady<T>(var why) -> throw new NotNow(RETRY_AFTER, why);
        };
    }

    private final class Instances<T> implements Gathering.Instances<T> {

        private final Class<T> type;
        private final Function<Question, Optional<Share<T>>> here;
        private final RoutingContext context;

        private Instances(Class<T> type, Function<Question, Optional<Share<T>>> here, RoutingContext context) {
            this.type = type;
            this.here = here;
            this.context = context;
        }

        @Override
        public Optional<Share<T>> here(Question question) {
            return here.apply(question);
        }

        @Override
        public Optional<Share<T>> there(HostInfo host, Question question) {
            var request = context.request();
            var asked = HttpRequest.newBuilder(URI.create("http://" + host.host() + ":" + host.port() + request.uri()))
                    .timeout(TIMEOUT)
                    .header(Hop.HOPPED, "held");
            request.headers()
                    .getAll(HttpHeaders.AUTHORIZATION)
                    .forEach(value -> asked.header(HttpHeaders.AUTHORIZATION, value));
            try {
                var answer = http.send(asked.build(), BodyHandlers.ofString());
                return answer.statusCode() == Response.Status.OK.getStatusCode()
                        ? Optional.of(json.readValue(
                                answer.body(), json.getTypeFactory().constructParametricType(Share.class, type)))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
