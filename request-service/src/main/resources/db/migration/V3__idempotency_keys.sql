-- What clients named their commands with, and what became of them.
CREATE TABLE idempotency_key (
    principal   text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    stored_at   timestamptz NOT NULL,
    peering_id  uuid,
    event_id    uuid,
    status      int,
    -- What was answered, once it was.
    answer      jsonb,
    PRIMARY KEY (principal, key)
);
CREATE INDEX ON idempotency_key (stored_at);
