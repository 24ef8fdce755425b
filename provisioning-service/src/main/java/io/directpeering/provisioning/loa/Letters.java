package io.directpeering.provisioning.loa;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.events.Loa;
import io.directpeering.provisioning.loa.Letter.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Finds letters, and begins new ones.
@ApplicationScoped
class Letters {

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;
    private final InstantSource clock;
    private final Duration validity;

    Letters(
            EntityManager database,
            InstantSource clock,
            @ConfigProperty(name = "peering.loa.valid-for", defaultValue = "60d") Duration validity) {
        this.database = database;
        this.clock = clock;
        this.validity = validity;
    }

    /// What a new letter goes by: number, dates and code. It becomes a letter when the log has it; a number that was
    /// drawn for nothing is left out. One that the log has already, from before this database was built anew, is
    /// passed over.
    @Transactional(TxType.MANDATORY)
    Loa begin() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var year = now.atOffset(ZoneOffset.UTC).getYear();
        var number = number(year);
        while (Letter.findById(number) != null) {
            number = number(year);
        }
        return new Loa(
                number, now, now.plus(validity), VerificationCode.draw(random).grouped());
    }

    private String number(int year) {
        var drawn = ((Number) database.createNativeQuery("SELECT nextval('letter_number')")
                        .getSingleResult())
                .longValue();
        return "LOA-%d-%06d".formatted(year, drawn);
    }

    /// The connection's latest letter, whatever has become of it.
    @Transactional
    Optional<Letter> latest(UUID connectionId) {
        return Letter.find("connectionId = ?1 order by issuedSequence desc, issuedAt desc", connectionId)
                .firstResultOptional();
    }

    /// The connection's letters that were issued before a transition, the latest first.
    List<Letter> of(UUID connectionId, long beforeSequence, int limit) {
        return Letter.<Letter>find(
                        "connectionId = ?1 and issuedSequence < ?2 order by issuedSequence desc",
                        connectionId,
                        beforeSequence)
                .page(0, limit)
                .list();
    }

    /// Whether the cross-connect that the connection needs is there: its letter has served.
    boolean served(UUID connectionId) {
        return latest(connectionId)
                .filter(letter -> letter.status == Status.USED)
                .isPresent();
    }

    /// The letter that this code was printed on.
    @Transactional
    Optional<Letter> coded(VerificationCode code) {
        return Letter.find("verificationCode", code.symbols()).firstResultOptional();
    }
}
