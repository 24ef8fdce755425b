-- Peer ASNs as they were registered last, and what was found of that: a projection of the log of registrations.
CREATE TABLE peer_asn_registration (
    asn              bigint      PRIMARY KEY,
    revision         bigint      NOT NULL CHECK (revision >= 0),
    name             text        NOT NULL,
    contacts         jsonb       NOT NULL,
    registered_by    text        NOT NULL,
    registered_at    timestamptz NOT NULL,
    validation_state text        NOT NULL
        CHECK (validation_state IN ('None', 'Pending', 'Approved', 'Failed', 'Unknown')),
    policy_version   text        NOT NULL,
    outcomes         jsonb       NOT NULL,
    decided_by       text,
    decision_reason  text,
    decided_at       timestamptz
);

CREATE INDEX registration_queue ON peer_asn_registration (validation_state, registered_at, asn);

-- Working papers: what this service states about registrations, until the log has it.
CREATE TABLE validation (
    event_id         uuid        PRIMARY KEY,
    asn              bigint      NOT NULL REFERENCES peer_asn_registration,
    revision         bigint      NOT NULL,
    validation_state text        NOT NULL CHECK (validation_state IN ('Approved', 'Failed')),
    actor            text        NOT NULL,
    occurred_at      timestamptz NOT NULL,
    reason           text,
    policy_version   text        NOT NULL,
    outcomes         jsonb       NOT NULL,
    restatements     integer     NOT NULL DEFAULT 0,
    restate_at       timestamptz NOT NULL,
    stated_at        timestamptz,
    -- A thing is found once of a revision, whatever the code thinks.
    UNIQUE (asn, revision, validation_state)
);

CREATE INDEX validation_to_state ON validation (restate_at) WHERE stated_at IS NULL;
