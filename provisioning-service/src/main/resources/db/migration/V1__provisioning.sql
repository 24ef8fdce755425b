-- What the log says of each peering and connection, as far as it was taken in.
CREATE TABLE peering_progress (
    peering_id uuid PRIMARY KEY,
    sequence   bigint NOT NULL
);

-- Transitions that came before an earlier one of their peering.
CREATE TABLE parked_transition (
    peering_id uuid   NOT NULL,
    sequence   bigint NOT NULL,
    wire       bytea  NOT NULL,
    PRIMARY KEY (peering_id, sequence)
);

CREATE TABLE connection (
    connection_id          uuid   PRIMARY KEY,
    peering_id             uuid   NOT NULL,
    state                  text   NOT NULL,
    stage_sequence         bigint NOT NULL,
    origin                 text   NOT NULL,
    peer_asn               bigint NOT NULL,
    peer_name              text   NOT NULL,
    peeringdb_facility_id  int    NOT NULL,
    -- The connection in the peering's snapshot, as Avro with a schema fingerprint before it.
    snapshot               bytea  NOT NULL
);
CREATE INDEX connection_of_peering ON connection (peering_id);

-- Working papers: one per connection and stage.
CREATE TABLE stage_work (
    connection_id  uuid        NOT NULL,
    stage_sequence bigint      NOT NULL,
    peering_id     uuid        NOT NULL,
    task           text        NOT NULL,
    -- Work of one lane is done by one worker at a time: a facility for allocation, a router for all else.
    lane           text        NOT NULL,
    status         text        NOT NULL,
    step           text        NOT NULL,
    attempts       int         NOT NULL,
    begun_at       timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    note           text,
    PRIMARY KEY (connection_id, stage_sequence)
);
CREATE INDEX stage_work_due ON stage_work (due_at) WHERE status = 'OPEN';

-- What this service states, kept until the log shows what became of it.
CREATE TABLE stated_fact (
    event_id       uuid        PRIMARY KEY,
    peering_id     uuid        NOT NULL,
    connection_id  uuid        NOT NULL,
    type           text        NOT NULL,
    -- What the client named its report with, if it did.
    client_key     text,
    record         bytea       NOT NULL,
    stated_at      timestamptz NOT NULL,
    last_sent_at   timestamptz NOT NULL,
    outcome        text        NOT NULL,
    sequence       bigint,
    code           text,
    reason         text,
    UNIQUE (connection_id, type, client_key)
);
CREATE INDEX stated_fact_undecided ON stated_fact (last_sent_at) WHERE outcome = 'UNDECIDED';

CREATE TABLE port_assignment (
    connection_id    uuid PRIMARY KEY,
    peering_id       uuid NOT NULL,
    router           text NOT NULL,
    port             text NOT NULL,
    rack             text NOT NULL,
    patch_panel      text NOT NULL,
    patch_panel_port text NOT NULL,
    media            text NOT NULL,
    connector        text NOT NULL,
    duplex           text NOT NULL,
    UNIQUE (router, port)
);

CREATE TABLE session_prefix (
    connection_id uuid NOT NULL,
    family        text NOT NULL,
    prefix        cidr NOT NULL,
    PRIMARY KEY (connection_id, family),
    CONSTRAINT session_prefix_overlap EXCLUDE USING gist (prefix inet_ops WITH &&)
);

CREATE SEQUENCE letter_number;
CREATE TABLE letter (
    number                text        PRIMARY KEY,
    connection_id         uuid        NOT NULL,
    peering_id            uuid        NOT NULL,
    status                text        NOT NULL,
    issued_at             timestamptz NOT NULL,
    expires_at            timestamptz NOT NULL,
    verification_code     text        NOT NULL,
    operator_name         text        NOT NULL,
    peer_name             text        NOT NULL,
    peeringdb_facility_id int         NOT NULL,
    facility_name         text        NOT NULL,
    router                text        NOT NULL,
    port                  text        NOT NULL,
    rack                  text        NOT NULL,
    patch_panel           text        NOT NULL,
    patch_panel_port      text        NOT NULL,
    media                 text        NOT NULL,
    connector             text        NOT NULL,
    duplex                text        NOT NULL
);
-- One letter at a time lets a connection be wired.
CREATE UNIQUE INDEX letter_issued ON letter (connection_id) WHERE status = 'ISSUED';
