-- How far the transitions of each peering are taken in.
CREATE TABLE intake_progress (
    peering_id uuid   PRIMARY KEY,
    sequence   bigint NOT NULL CHECK (sequence >= 0)
);

-- Transitions that came before one that precedes them, as they stood on the wire.
CREATE TABLE parked_transition (
    peering_id uuid   NOT NULL,
    sequence   bigint NOT NULL,
    wire       bytea  NOT NULL,
    PRIMARY KEY (peering_id, sequence)
);

-- A projection of the log: what stands here was said by a transition.
CREATE TABLE review (
    peering_id       uuid        PRIMARY KEY,
    status           text        NOT NULL CHECK (status IN ('Open', 'Approved', 'Rejected', 'Withdrawn')),
    origin           text        NOT NULL,
    peer_asn         bigint      NOT NULL,
    peer_name        text        NOT NULL,
    peering_name     text        NOT NULL,
    peering_location text        NOT NULL,
    requested_by     text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    sequence         bigint      NOT NULL,
    stage_sequence   bigint      NOT NULL,
    policy_version   text        NOT NULL,
    outcomes         jsonb       NOT NULL,
    decided_by       text,
    decision_reason  text,
    decided_at       timestamptz,
    last_refusal     jsonb
);

CREATE INDEX review_queue ON review (status, opened_at, peering_id);

CREATE TABLE inquiry (
    event_id    uuid   PRIMARY KEY,
    peering_id  uuid   NOT NULL REFERENCES review,
    ordinal     bigint NOT NULL,
    question    text,
    asked_by    text,
    asked_at    timestamptz,
    answer      text,
    answered_by text,
    answered_at timestamptz
);

CREATE INDEX inquiry_of_review ON inquiry (peering_id, ordinal);

-- Working papers: what this service states, until the log shows what became of it.
CREATE TABLE statement (
    event_id         uuid        PRIMARY KEY,
    peering_id       uuid        NOT NULL REFERENCES review,
    kind             text        NOT NULL CHECK (kind IN ('Approved', 'Rejected', 'InformationRequested')),
    answers          bigint      NOT NULL,
    actor            text        NOT NULL,
    occurred_at      timestamptz NOT NULL,
    text             text,
    answer_due_at    timestamptz,
    policy_version   text        NOT NULL,
    outcomes         jsonb       NOT NULL,
    restatements     integer     NOT NULL DEFAULT 0,
    restate_at       timestamptz NOT NULL,
    outcome          text        NOT NULL CHECK (outcome IN ('Undecided', 'Accepted', 'Refused')),
    outcome_sequence bigint,
    refusal_code     text,
    refusal_reason   text,
    refusal_state    text
);

-- One decision at a time, whatever the code thinks.
CREATE UNIQUE INDEX one_live_decision ON statement (peering_id)
    WHERE kind IN ('Approved', 'Rejected') AND outcome <> 'Refused';

CREATE INDEX statement_of_review ON statement (peering_id);
CREATE INDEX statement_to_restate ON statement (restate_at) WHERE outcome = 'Undecided';
