-- What clients named their commands with, and what became of them.
CREATE TABLE idempotency_key (
    principal   text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    stored_at   timestamptz NOT NULL,
    -- What the command did, as JSON; null only while the transaction that claims the key is open.
    done        text,
    -- What was answered, once it was.
    answer      text,
    PRIMARY KEY (principal, key)
);
CREATE INDEX ON idempotency_key (stored_at);

-- Lists are read on from a moment that is told to the millisecond.
UPDATE webhook SET created_at = date_trunc('milliseconds', created_at);
