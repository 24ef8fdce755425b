package io.directpeering.provisioning.prefixlist;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.provisioning.prefixlist.PrefixListVersion.Key;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import org.jspecify.annotations.Nullable;

/// The lists by ASN, each with its earlier versions.
@ApplicationScoped
public class PrefixLists {

    private final InstantSource clock;
    private final FilterErrands errands;
    private final EntityManager database;
    private final ObjectMapper json;

    PrefixLists(InstantSource clock, FilterErrands errands, EntityManager database, ObjectMapper json) {
        this.clock = clock;
        this.errands = errands;
        this.database = database;
        this.json = json;
    }

    /// What the peer's sessions of each family take, as of now.
    @Transactional
    public Function<Family, ImportFilter> filters(long asn) {
        return latest(asn)
                .flatMap(this::ranges)
                .<Function<Family, ImportFilter>>map(ranges -> family -> new ImportFilter.Listed(ranges.of(family)))
                .orElseGet(() -> _ -> new ImportFilter.Anything());
    }

    /// The latest version, which may say that there is no list; empty: there never was one.
    @Transactional
    Optional<PrefixListVersion> latest(long asn) {
        return PrefixListVersion.<PrefixListVersion>find("key.asn = ?1 order by key.version desc", asn)
                .firstResultOptional();
    }

    @Transactional
    Optional<PrefixListVersion> version(long asn, long version) {
        return PrefixListVersion.findByIdOptional(new Key(asn, version));
    }

    /// Versions before `behind`, the latest first.
    @Transactional
    List<PrefixListVersion> versions(long asn, long behind, int limit) {
        return PrefixListVersion.<PrefixListVersion>find(
                        "key.asn = ?1 and key.version < ?2 order by key.version desc", asn, behind)
                .page(0, limit)
                .list();
    }

    /// As [#latest]; nobody else changes it before the caller's transaction is over.
    @Transactional(TxType.MANDATORY)
    Optional<PrefixListVersion> hold(long asn) {
        database.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))) l")
                .setParameter(1, "prefix-list " + asn)
                .getSingleResult();
        return latest(asn);
    }

    /// Has the list be so from now on. What is so already, word by word, stays the version that it is.
    ///
    /// @param before what [#hold] told
    /// @param ranges null: no list
    @Transactional(TxType.MANDATORY)
    void change(long asn, Optional<PrefixListVersion> before, @Nullable Ranges ranges, String source, String actor) {
        var entries = ranges == null ? null : written(ranges);
        if (before.filter(it -> Objects.equals(it.entries, entries) && it.source.equals(source))
                .isPresent()) {
            return;
        }
        var row = new PrefixListVersion();
        row.key = new Key(asn, before.map(it -> it.key.version()).orElse(0L) + 1);
        row.entries = entries;
        row.source = source;
        row.changedBy = actor;
        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        row.persistAndFlush();
        errands.open(asn, row.key.version());
    }

    /// Empty: there is no list from that version on.
    Optional<Ranges> ranges(PrefixListVersion version) {
        try {
            return version.entries == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(version.entries, Ranges.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored list of AS" + version.key.asn() + " is none of ours", e);
        }
    }

    private String written(Ranges ranges) {
        try {
            return json.writeValueAsString(ranges);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of prefixes is JSON", e);
        }
    }
}
