package io.directpeering.request.peering;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.problem.NotNow;
import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.Gathering;
import io.directpeering.request.query.Question;
import io.directpeering.request.query.Share;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.apache.kafka.streams.state.HostInfo;

/// Answers the current request out of what all instances say to it. Each is asked the same request once; who is asked
/// by
/// another answers with its [Share], as JSON.
@Singleton
class Shares {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Gathering gathering;
    private final Neighbours neighbours;
    private final ObjectMapper json;
    private final CurrentVertxRequest current;

    Shares(Gathering gathering, Neighbours neighbours, ObjectMapper json, CurrentVertxRequest current) {
        this.gathering = gathering;
        this.neighbours = neighbours;
        this.json = json;
        this.current = current;
    }

    /// @param type of a part, which is read from JSON
    /// @param here this instance's share; empty: it cannot tell now
    /// @param told makes the answer for a client
    /// @throws NotNow the answer would not be whole
    <T> Response answer(
            Class<T> type, Function<Question, Optional<Share<T>>> here, Function<Gathered.Whole<T>, Response> told) {
        return answer(gathering, type, here, told);
    }

    /// The same, where others than the judge's partitions are asked about.
    <T> Response answer(
            Gathering by,
            Class<T> type,
            Function<Question, Optional<Share<T>>> here,
            Function<Gathered.Whole<T>, Response> told) {
        var context = current.getCurrent();
        return switch (Hopped.of(context)) {
            case Hopped.Not _ ->
                switch (by.of(new Instances<>(type, here, context))) {
                    case Gathered.Whole<T> whole -> told.apply(whole);
                    case Gathered.NotReady<T>(var why) -> throw new NotNow(RETRY_AFTER, why);
                };
            case Hopped.Held _ -> share(here.apply(new Question.Held()));
            case Hopped.Copied(var partitions) -> share(here.apply(new Question.Copied(partitions)));
        };
    }

    private static Response share(Optional<? extends Share<?>> share) {
        return Response.ok(share.orElseThrow(
                        () -> new NotNow(RETRY_AFTER, "There is nothing to tell of here. Ask again.")))
                .build();
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
            try {
                var answer = neighbours.ask(context, host, Hopped.mark(question), null, TIMEOUT);
                return answer.statusCode() == Status.OK.getStatusCode()
                        ? Optional.of(json.readValue(
                                answer.body(), json.getTypeFactory().constructParametricType(Share.class, type)))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
