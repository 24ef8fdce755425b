-- Letters are what the log says of them: a row comes with the transition that LoaIssued brought about.
ALTER TABLE letter
    ADD COLUMN peer_asn          bigint NOT NULL DEFAULT 0,
    ADD COLUMN peering_name      text   NOT NULL DEFAULT '',
    ADD COLUMN peering_location  text   NOT NULL DEFAULT '',
    ADD COLUMN bandwidth_in_mbps int    NOT NULL DEFAULT 0,
    -- Sequence of the peering's transition that issued it: of a connection's letters the latest counts.
    ADD COLUMN issued_sequence   bigint NOT NULL DEFAULT 0,
    -- When it was used, revoked, or replaced after it had expired; and why, in the words of whoever did it.
    ADD COLUMN ended_at          timestamptz,
    ADD COLUMN end_reason        text,
    -- A letter that was stated before letters had codes cannot be verified.
    ALTER COLUMN verification_code DROP NOT NULL;

UPDATE letter SET peer_asn = connection.peer_asn FROM connection WHERE connection.connection_id = letter.connection_id;

ALTER TABLE letter
    ALTER COLUMN peer_asn DROP DEFAULT,
    ALTER COLUMN peering_name DROP DEFAULT,
    ALTER COLUMN peering_location DROP DEFAULT,
    ALTER COLUMN bandwidth_in_mbps DROP DEFAULT,
    ALTER COLUMN issued_sequence DROP DEFAULT;

CREATE UNIQUE INDEX letter_code ON letter (verification_code);
CREATE INDEX letter_of_connection ON letter (connection_id, issued_sequence);

-- Connections that were set to be removed after a port was theirs: what the cease letter says.
CREATE TABLE cease_letter (
    connection_id    uuid        PRIMARY KEY,
    peering_id       uuid        NOT NULL,
    dated            timestamptz NOT NULL,
    peer_asn         bigint      NOT NULL,
    peer_name        text        NOT NULL,
    peering_name     text        NOT NULL,
    peering_location text        NOT NULL,
    reason           text,
    -- The connection at that moment, as Avro with a schema fingerprint before it.
    snapshot         bytea       NOT NULL
);
