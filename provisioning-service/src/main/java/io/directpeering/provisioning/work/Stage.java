package io.directpeering.provisioning.work;

import java.io.Serializable;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// One stay of a connection in one state.
///
/// @param sequence of the transition that brought it there: what a fact about this stage answers
@Embeddable
public record Stage(
        @Column(name = "connection_id") UUID connectionId,
        @Column(name = "stage_sequence") long sequence) implements Serializable {}
