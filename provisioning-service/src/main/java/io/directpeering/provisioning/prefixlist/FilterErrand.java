package io.directpeering.provisioning.prefixlist;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// Storage of one connection's way to the latest version of its peer's list.
@Entity
@Table(name = "filter_errand")
@SuppressWarnings("NullAway.Init")
class FilterErrand extends PanacheEntityBase {

    @Id
    @Column(name = "connection_id")
    public UUID connectionId;

    public long asn;
    public String router;
    public String lane;

    /// Of the list, that is to be carried.
    public long version;

    /// The router is not known to carry it yet.
    @Column(name = "is_open")
    public boolean open;

    public int attempts;

    @Column(name = "due_at")
    public Instant dueAt;

    /// What became of it, or why the last attempt did not succeed.
    public @Nullable String note;
}
