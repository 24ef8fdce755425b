package io.directpeering.http.idempotency;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;
import org.jspecify.annotations.Nullable;

/// The keys of commands, and what became of these.
@ApplicationScoped
public class IdempotencyKeys {

    private static final int UNPROCESSABLE = 422;

    private final KeyTable table;
    private final IdempotencySettings settings;
    private final Clock clock;
    private final ObjectMapper json;

    IdempotencyKeys(KeyTable table, IdempotencySettings settings, Clock clock, ObjectMapper json) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /// Takes the key into the caller's transaction, if nobody has it. Of several at once one is the first, and the
    /// others learn what it did, or become the first where it did nothing.
    ///
    /// @param keyed null: the command has no key, and is the first
    /// @throws HttpProblem 422: the key was used for another command; 409: the first is still under way
    @Transactional(TxType.MANDATORY)
    public Claim claim(@Nullable Keyed keyed) {
        if (keyed == null || claimed(keyed)) {
            return new Claim.First();
        }
        var row = table.find(keyed).orElseThrow(IdempotencyKeys::underWay);
        if (!row.fingerprint().equals(keyed.fingerprint())) {
            throw usedOtherwise();
        }
        if (row.done() == null) {
            throw underWay();
        }
        return new Claim.Known(row.done(), response(row));
    }

    private boolean claimed(Keyed keyed) {
        var now = clock.instant();
        try {
            return table.claim(
                    keyed, now, now.minus(settings.kept()), settings.patience().toMillis());
        } catch (KeyTable.StillLocked e) {
            throw underWay();
        }
    }

    /// Binds a claimed key to what its command does, in the same transaction.
    ///
    /// @param done what it did, written as JSON: enough to say later what became of it; no secret
    @Transactional(TxType.MANDATORY)
    public void bind(@Nullable Keyed keyed, Object done) {
        if (keyed != null) {
            table.bind(keyed, write(done));
        }
    }

    /// Gives a claimed key back: its command did nothing.
    @Transactional(TxType.MANDATORY)
    public void free(@Nullable Keyed keyed) {
        if (keyed != null) {
            table.free(keyed);
        }
    }

    /// Keeps what a command is answered with. Of several answers at once the first counts.
    ///
    /// @param done what it did, as JSON: by now the key may stand for another command
    /// @return the answer that counts
    @Transactional(TxType.REQUIRES_NEW)
    Response keep(Keyed keyed, String done, Response answer) {
        var row = table.hold(keyed).filter(found -> done.equals(found.done()));
        if (row.isEmpty()) {
            return answer; // it is forgotten by now
        }
        var kept = response(row.get());
        if (kept != null) {
            return kept;
        }
        var words = Answer.of(answer, json);
        table.answer(keyed, write(words));
        return words.response();
    }

    private @Nullable Response response(KeyTable.Row row) {
        return row.answer() == null ? null : read(row.answer(), Answer.class).response();
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a command did cannot be written as JSON", e);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a command did cannot be read", e);
        }
    }

    @Scheduled(every = "10m", delayed = "10m")
    @Transactional
    public void forget() {
        table.forget(clock.instant().minus(settings.kept()));
    }

    private static HttpProblem usedOtherwise() {
        var detail = "This key was used for another command. Send that one as it was, or choose a new key.";
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("The key was used otherwise")
                .withDetail(detail)
                .with("code", "IdempotencyKeyUsedOtherwise")
                .with("errors", List.of(new Violation(KeyReader.HEADER, detail)))
                .build();
    }

    private static HttpProblem underWay() {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The command is still under way")
                .withDetail("The command that came first with this key is not stored yet. Ask again in a second.")
                .with("code", "IdempotencyKeyInUse")
                .withHeader(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
