package io.directpeering.provisioning.prefixlist;

import java.io.Serializable;
import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// Storage of a list as it was from a change on. Rows are added and never changed.
@Entity
@Table(name = "prefix_list_version")
@SuppressWarnings("NullAway.Init")
class PrefixListVersion extends PanacheEntityBase {

    /// @param version 1 and up for each ASN
    @Embeddable
    record Key(long asn, long version) implements Serializable {}

    @EmbeddedId
    public Key key;

    /// [Ranges] as JSON; null: there is no list from then on.
    public @Nullable String entries;

    public String source;

    @Column(name = "changed_by")
    public String changedBy;

    @Column(name = "changed_at")
    public Instant changedAt;
}
