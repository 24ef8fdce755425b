-- The simulated routers' memory: it outlives the service, as a router's does. No other part of the service reads it.
CREATE SCHEMA simulated;

CREATE TABLE simulated.session (
    connection_id  uuid        NOT NULL,
    family         text        NOT NULL,
    router         text        NOT NULL,
    peer_address   text        NOT NULL,
    expected_asn   bigint      NOT NULL,
    max_prefix     int         NOT NULL,
    spec_hash      text        NOT NULL,
    policy         text        NOT NULL,
    state          text        NOT NULL,
    -- When the state machine moves next, and by what; null: not by itself.
    next_at        timestamptz,
    remote_asn     bigint,
    flaps          int         NOT NULL,
    established_at timestamptz,
    last_error     text,
    PRIMARY KEY (connection_id, family)
);
CREATE INDEX session_of_router ON simulated.session (router);

-- One row each time a router was made to behave differently.
CREATE TABLE simulated.change (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    router        text        NOT NULL,
    connection_id uuid        NOT NULL,
    what          text        NOT NULL,
    spec_hash     text        NOT NULL,
    changed_at    timestamptz NOT NULL
);
CREATE INDEX change_of_connection ON simulated.change (connection_id, id);

CREATE TABLE simulated.faults (
    connection_id uuid  PRIMARY KEY,
    faults        jsonb NOT NULL
);
