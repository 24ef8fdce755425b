-- What a peer may announce, by its ASN: every version of it, the highest one in force.
CREATE TABLE prefix_list_version (
    asn        bigint      NOT NULL,
    version    bigint      NOT NULL,
    -- Ranges of both families as JSON; null: the list was withdrawn.
    entries    text,
    source     text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (asn, version)
);

-- The connections whose sessions are to carry the latest version: open until their router has it.
CREATE TABLE filter_errand (
    connection_id uuid        PRIMARY KEY,
    asn           bigint      NOT NULL,
    router        text        NOT NULL,
    lane          text        NOT NULL,
    version       bigint      NOT NULL,
    is_open       boolean     NOT NULL,
    attempts      int         NOT NULL,
    due_at        timestamptz NOT NULL,
    note          text
);
CREATE INDEX filter_errand_due ON filter_errand (due_at) WHERE is_open;
CREATE INDEX filter_errand_of_asn ON filter_errand (asn);
