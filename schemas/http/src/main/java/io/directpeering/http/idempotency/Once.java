package io.directpeering.http.idempotency;

import java.util.function.Function;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/// Does a command once per key, and answers whoever sends it again as it was answered first.
@ApplicationScoped
public class Once {

    private final IdempotencyKeys keys;

    Once(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /// Does a command in a transaction of its own, and answers it after the commit.
    ///
    /// @param keyed  null: it has no key, and is done
    /// @param type   of what was done, which is kept as JSON with the key
    /// @param effect does it, or refuses by throwing: then nothing is stored and the key stays free
    /// @param answer says what became of it. Asked again where an earlier answer was lost, so it changes nothing;
    /// of several at once each is asked, and the first answer counts. Answers that decide nothing (202, 5xx) and
    /// those that nobody may store (`Cache-Control: no-store`) are made anew each time
    /// @throws HttpProblem what `effect` and `answer` refuse with; 422: the key was used for another command;
    ///                     409: the first is still under way
    public <T> Response answer(@Nullable Keyed keyed, Class<T> type, Supplier<T> effect, Function<T, Response> answer) {
        if (keyed == null) {
            return answer.apply(QuarkusTransaction.requiringNew().call(effect::get));
        }
        var known = QuarkusTransaction.requiringNew().call(() -> switch (keys.claim(keyed)) {
            case Claim.Known earlier -> earlier;
            case Claim.First _ -> {
                var done = effect.get();
                keys.bind(keyed, done);
                yield new Claim.Known(keys.write(done), null);
            }
        });
        return again(keyed, known, type, answer);
    }

    /// Answers a command whose key is bound: as it was answered, or with what became of what it did.
    public <T> Response again(Keyed keyed, Claim.Known known, Class<T> type, Function<T, Response> answer) {
        return known.answered() != null
                ? known.answered()
                : kept(keyed, known.done(), () -> answer.apply(keys.read(known.done(), type)));
    }

    /// Answers a command whose key was bound to `done` in a transaction of its caller's.
    public Response kept(@Nullable Keyed keyed, Object done, Supplier<Response> answer) {
        return keyed == null ? answer.get() : kept(keyed, keys.write(done), answer);
    }

    private Response kept(Keyed keyed, String done, Supplier<Response> answer) {
        var response = answered(answer);
        return isToKeep(response) ? keys.keep(keyed, done, response) : response;
    }

    private static Response answered(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (HttpProblem refusal) {
            return refusal.toResponse();
        }
    }

    private static boolean isToKeep(Response response) {
        var cached = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return response.getStatus() != Status.ACCEPTED.getStatusCode()
                && response.getStatus() < Status.INTERNAL_SERVER_ERROR.getStatusCode()
                && (cached == null || !cached.contains("no-store"));
    }
}
