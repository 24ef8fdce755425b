package io.directpeering.request.idempotency;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;
import org.jspecify.annotations.Nullable;

/// The keys of commands, and what became of these.
@ApplicationScoped
public class IdempotencyKeys {

    private static final int UNPROCESSABLE = 422;

    /// Waits where another transaction has just put the same key there, and takes an old one over.
    private static final String CLAIM = """
            INSERT INTO idempotency_key (principal, key, fingerprint, stored_at)
            VALUES (:principal, :key, :fingerprint, :now)
            ON CONFLICT (principal, key) DO UPDATE
               SET fingerprint = excluded.fingerprint, stored_at = excluded.stored_at,
                   peering_id = NULL, event_id = NULL, status = NULL, answer = NULL
             WHERE idempotency_key.stored_at < :forgotten""";

    private final EntityManager database;
    private final IdempotencySettings settings;
    private final Clock clock;
    private final ObjectMapper json;

    IdempotencyKeys(EntityManager database, IdempotencySettings settings, Clock clock, ObjectMapper json) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /// Takes the key into the caller's transaction, if nobody has it. Of several at once one is the first, and the
    /// others learn what it stated, or become the first where it stated nothing.
    ///
    /// @param keyed null: the command has no key, and is the first
    /// @throws HttpProblem 422: the key was used for another command; 409: the first is still under way
    @Transactional(TxType.MANDATORY)
    public Claim claim(@Nullable Keyed keyed) {
        if (keyed == null || claimed(keyed)) {
            return new Claim.First();
        }
        @Nullable KeyRow row = KeyRow.findById(id(keyed));
        if (row == null) {
            throw underWay();
        }
        if (!row.fingerprint.equals(keyed.fingerprint())) {
            throw usedOtherwise();
        }
        return Claim.Known.of(row);
    }

    private boolean claimed(Keyed keyed) {
        var now = clock.instant();
        waitForLocks(settings.patience().toMillis());
        try {
            var rows = database.createNativeQuery(CLAIM)
                    .setParameter("principal", keyed.principal())
                    .setParameter("key", keyed.key())
                    .setParameter("fingerprint", keyed.fingerprint())
                    .setParameter("now", now)
                    .setParameter("forgotten", now.minus(settings.kept()))
                    .executeUpdate();
            waitForLocks(0);
            return rows > 0;
        } catch (PersistenceException e) {
            throw isLockTimeout(e) ? underWay() : e;
        }
    }

    private void waitForLocks(long millis) {
        database.createNativeQuery("SELECT set_config('lock_timeout', :millis, true)", String.class)
                .setParameter("millis", Long.toString(millis))
                .getSingleResult();
    }

    /// Binds a claimed key to the fact that its command states, in the same transaction.
    ///
    /// @param accepted status of the answer, where the judge accepts the fact
    @Transactional(TxType.MANDATORY)
    public void bind(@Nullable Keyed keyed, UUID peeringId, UUID eventId, Status accepted) {
        if (keyed != null) {
            KeyRow row = KeyRow.findById(id(keyed));
            row.peeringId = peeringId;
            row.eventId = eventId;
            row.status = accepted.getStatusCode();
        }
    }

    /// Gives a claimed key back: its command stated nothing.
    @Transactional(TxType.MANDATORY)
    public void free(@Nullable Keyed keyed) {
        if (keyed != null) {
            KeyRow.deleteById(id(keyed));
        }
    }

    /// Keeps what a command is answered with. Of several answers at once the first counts.
    ///
    /// @return the answer that counts
    @Transactional(TxType.REQUIRES_NEW)
    public Response keep(Keyed keyed, UUID eventId, Response answer) {
        @Nullable KeyRow row = KeyRow.findById(id(keyed), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !eventId.equals(row.eventId)) {
            return answer; // it is forgotten by now
        }
        if (row.answer == null) {
            row.answer = Answer.of(answer, json);
        }
        return row.answer.response();
    }

    @Scheduled(every = "10m", delayed = "10m")
    @Transactional
    void forget() {
        KeyRow.delete("storedAt < ?1", clock.instant().minus(settings.kept()));
    }

    private static KeyRow.Key id(Keyed keyed) {
        return new KeyRow.Key(keyed.principal(), keyed.key());
    }

    private static boolean isLockTimeout(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException database && "55P03".equals(database.getSQLState()));
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
