-- Registrations are numbered and published; the operator's side validates them.
-- Revision 0: registered before there were revisions; published as revision 1 at the next start.
ALTER TABLE peer_asn
    ADD COLUMN revision bigint NOT NULL DEFAULT 0,
    ADD COLUMN reason   text;
ALTER TABLE peer_asn ALTER COLUMN revision DROP DEFAULT;

-- What was found of registrations. A finding that is here already is a repeat.
CREATE TABLE peer_asn_validation (
    event_id         uuid        PRIMARY KEY,
    asn              bigint      NOT NULL,
    revision         bigint      NOT NULL,
    validation_state text        NOT NULL,
    reason           text,
    policy_version   text        NOT NULL,
    validated_by     text        NOT NULL,
    validated_at     timestamptz NOT NULL
);
CREATE INDEX ON peer_asn_validation (asn, revision);

-- Revisions on their way into the log, until the broker has taken them.
CREATE TABLE registration_outbox (
    asn          bigint      NOT NULL,
    revision     bigint      NOT NULL,
    fact         bytea       NOT NULL,
    stored_at    timestamptz NOT NULL,
    leased_until timestamptz NOT NULL,
    PRIMARY KEY (asn, revision)
);
