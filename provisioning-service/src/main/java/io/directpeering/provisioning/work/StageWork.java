package io.directpeering.provisioning.work;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// Storage of the work of one stage.
@Entity
@Table(name = "stage_work")
@SuppressWarnings("NullAway.Init")
public class StageWork extends PanacheEntityBase {

    /// How far it is.
    public enum Status {
        OPEN,
        DONE,
        /// A later stage came before it was done.
        SUPERSEDED
    }

    @EmbeddedId
    public Stage stage;

    @Column(name = "peering_id")
    public UUID peeringId;

    @Enumerated(EnumType.STRING)
    public Task task;

    public String lane;

    @Enumerated(EnumType.STRING)
    public Status status = Status.OPEN;

    /// What the worker did so far, in its own words; empty: nothing.
    public String step = "";

    public int attempts;

    @Column(name = "begun_at")
    public Instant begunAt;

    @Column(name = "due_at")
    public Instant dueAt;

    /// The trace of the transition that opened it; null: none is followed.
    public @Nullable String traceparent;

    /// What it waits for, or why the last attempt did not succeed.
    public @Nullable String note;

    Job job() {
        return new Job(stage, peeringId, task, step, begunAt, traceparent);
    }
}
