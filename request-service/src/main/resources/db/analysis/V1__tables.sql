-- Tables for analysts. Stable: later versions add tables and columns, and take none away. Filled from the topics alone,
-- so dropping the schema, or the database, makes the service fill it again from the first record on.

CREATE TABLE peerings (
    peering_id          uuid PRIMARY KEY,
    sequence            bigint NOT NULL,
    updated_at          timestamptz NOT NULL,
    state               text NOT NULL,
    redundant           boolean NOT NULL,
    origin              text NOT NULL,
    peering_name        text NOT NULL,
    peering_location    text NOT NULL,
    direct_peering_type text NOT NULL,
    peer_asn            bigint NOT NULL,
    peer_name           text NOT NULL,
    requested_by        text NOT NULL,
    requested_at        timestamptz NOT NULL,
    connections         integer NOT NULL,
    active_connections  integer NOT NULL,
    question            text,
    question_asked_at   timestamptz,
    answer_due_at       timestamptz,
    answered_at         timestamptz
);
CREATE INDEX peerings_of_peer ON peerings (peer_asn);
CREATE INDEX peerings_at_location ON peerings (peering_location, state);
COMMENT ON TABLE peerings IS 'One row per peering, as it stands now.';
COMMENT ON COLUMN peerings.peering_id IS 'Identity; the same as in the API and the key of the topics.';
COMMENT ON COLUMN peerings.sequence IS 'Number of transitions so far: 1, 2, 3 … without gap. The ETag of GET /peerings/{id}.';
COMMENT ON COLUMN peerings.updated_at IS 'When the latest transition was.';
COMMENT ON COLUMN peerings.state IS 'Roll-up of the connections: the least advanced state, or Degraded where one is Active and another failed.';
COMMENT ON COLUMN peerings.redundant IS 'Two or more connections are Active.';
COMMENT ON COLUMN peerings.origin IS 'New: requested here. Legacy: set up outside this system and adopted.';
COMMENT ON COLUMN peerings.peering_name IS 'The peer''s name of it, unique per peer ASN.';
COMMENT ON COLUMN peerings.peering_location IS 'Metro, as the operator''s catalogue names it.';
COMMENT ON COLUMN peerings.direct_peering_type IS 'Edge, Transit, Cdn, Internal, Ix, IxRs, Voice, EdgeZoneForOperators or PeerProp.';
COMMENT ON COLUMN peerings.peer_asn IS 'Autonomous system number of the peer.';
COMMENT ON COLUMN peerings.peer_name IS 'The peer''s name when it asked.';
COMMENT ON COLUMN peerings.requested_by IS 'Principal that asked; of an e-mail address the first letter and the domain.';
COMMENT ON COLUMN peerings.requested_at IS 'When it was asked for.';
COMMENT ON COLUMN peerings.connections IS 'Number of connections, those that ended included.';
COMMENT ON COLUMN peerings.active_connections IS 'How many of them are Active.';
COMMENT ON COLUMN peerings.question IS 'What the operator asks and the peer has not answered yet; null: nothing.';
COMMENT ON COLUMN peerings.question_asked_at IS 'When it was asked.';
COMMENT ON COLUMN peerings.answer_due_at IS 'Until when the peer should answer it.';
COMMENT ON COLUMN peerings.answered_at IS 'Under review: when the latest question was answered; null: none was.';

CREATE TABLE connections (
    connection_id          uuid PRIMARY KEY,
    peering_id             uuid NOT NULL,
    sequence               bigint NOT NULL,
    state                  text NOT NULL,
    entered_at             timestamptz NOT NULL,
    stage_sequence         bigint NOT NULL,
    reason                 text,
    overdue_since          timestamptz,
    route_policy           text NOT NULL,
    facility_id            integer NOT NULL,
    facility_name          text,
    bandwidth_in_mbps      integer NOT NULL,
    max_prefixes_v4        integer,
    max_prefixes_v6        integer,
    session_auth           text NOT NULL,
    router                 text,
    router_port            text,
    rack                   text,
    patch_panel            text,
    patch_panel_port       text,
    media                  text,
    peer_address_v4        text,
    operator_address_v4    text,
    peer_address_v6        text,
    operator_address_v6    text,
    loa_number             text,
    loa_issued_at          timestamptz,
    loa_expires_at         timestamptz,
    loa_revoked            boolean NOT NULL,
    cross_connect_id       text,
    link_test_passed       boolean,
    link_test_rtt_ms       double precision,
    maintenance_id         uuid,
    maintenance_status     text,
    maintenance_starts_at  timestamptz,
    maintenance_ends_at    timestamptz,
    maintenance_impact     text
);
CREATE INDEX connections_of_peering ON connections (peering_id);
CREATE INDEX connections_in_state ON connections (state, entered_at);
COMMENT ON TABLE connections IS 'One row per connection, as it stands now: one link with its sessions. Peer and location stand at its peering.';
COMMENT ON COLUMN connections.connection_id IS 'Identity.';
COMMENT ON COLUMN connections.peering_id IS 'The peering that it is of.';
COMMENT ON COLUMN connections.sequence IS 'Sequence of the peering that this row shows.';
COMMENT ON COLUMN connections.state IS 'PendingApproval, ProvisioningStarted, ProvisioningCompleted, Validating, Active, ProvisioningFailed, PendingRemove, Removed or Rejected.';
COMMENT ON COLUMN connections.entered_at IS 'Since when it is in this state.';
COMMENT ON COLUMN connections.stage_sequence IS 'Sequence of the transition that brought it into this state.';
COMMENT ON COLUMN connections.reason IS 'Why it is in this state, where somebody had to give a reason.';
COMMENT ON COLUMN connections.overdue_since IS 'The deadline of this state, once it is recorded as passed; null: it was not passed.';
COMMENT ON COLUMN connections.route_policy IS 'What its sessions let through: NoSession, DenyAll, Allow or Drain.';
COMMENT ON COLUMN connections.facility_id IS 'PeeringDB facility id of the building.';
COMMENT ON COLUMN connections.facility_name IS 'Name of the building; null: no port is assigned yet.';
COMMENT ON COLUMN connections.bandwidth_in_mbps IS 'Megabits per second.';
COMMENT ON COLUMN connections.max_prefixes_v4 IS 'IPv4 prefixes accepted before the session is torn down; null: no IPv4 session.';
COMMENT ON COLUMN connections.max_prefixes_v6 IS 'IPv6 prefixes accepted before the session is torn down; null: no IPv6 session.';
COMMENT ON COLUMN connections.session_auth IS 'NoAuth, Md5 (RFC 2385) or TcpAo (RFC 5925).';
COMMENT ON COLUMN connections.router IS 'The operator''s router; null: no port is assigned yet.';
COMMENT ON COLUMN connections.router_port IS 'Port of the router.';
COMMENT ON COLUMN connections.rack IS 'Rack of the operator''s end.';
COMMENT ON COLUMN connections.patch_panel IS 'Patch panel of the operator''s end.';
COMMENT ON COLUMN connections.patch_panel_port IS 'Port of the patch panel.';
COMMENT ON COLUMN connections.media IS 'e.g. 10GBASE-LR.';
COMMENT ON COLUMN connections.peer_address_v4 IS 'Address of the peer''s end of the IPv4 session.';
COMMENT ON COLUMN connections.operator_address_v4 IS 'Address of the operator''s end of the IPv4 session.';
COMMENT ON COLUMN connections.peer_address_v6 IS 'Address of the peer''s end of the IPv6 session.';
COMMENT ON COLUMN connections.operator_address_v6 IS 'Address of the operator''s end of the IPv6 session.';
COMMENT ON COLUMN connections.loa_number IS 'Number of the letter of authorization; null: none was issued.';
COMMENT ON COLUMN connections.loa_issued_at IS 'When it was issued.';
COMMENT ON COLUMN connections.loa_expires_at IS 'Until when the colocation provider may act on it.';
COMMENT ON COLUMN connections.loa_revoked IS 'It was revoked, and the peer waits for another.';
COMMENT ON COLUMN connections.cross_connect_id IS 'The colocation provider''s id of the cable, as the peer told it.';
COMMENT ON COLUMN connections.link_test_passed IS 'How the latest ping over the new wire ended; null: there was none.';
COMMENT ON COLUMN connections.link_test_rtt_ms IS 'Its average round trip in milliseconds.';
COMMENT ON COLUMN connections.maintenance_id IS 'The latest maintenance; null: there was none.';
COMMENT ON COLUMN connections.maintenance_status IS 'Announced, InProgress, Completed or Cancelled.';
COMMENT ON COLUMN connections.maintenance_starts_at IS 'Begin of its window.';
COMMENT ON COLUMN connections.maintenance_ends_at IS 'End of its window.';
COMMENT ON COLUMN connections.maintenance_impact IS 'NoImpact, ReducedRedundancy, Degraded or Outage.';

CREATE TABLE transitions (
    peering_id       uuid NOT NULL,
    sequence         bigint NOT NULL,
    logged_at        timestamptz NOT NULL,
    outcome          text NOT NULL,
    cause            text NOT NULL,
    cause_id         uuid NOT NULL,
    connection_id    uuid,
    stated_by        text NOT NULL,
    actor            text NOT NULL,
    occurred_at      timestamptz NOT NULL,
    reason           text,
    deadline_kind    text,
    deadline_at      timestamptz,
    deadline_warning boolean,
    peering_state    text NOT NULL,
    redundant        boolean NOT NULL,
    PRIMARY KEY (peering_id, sequence)
);
CREATE INDEX transitions_by_time ON transitions (logged_at);
CREATE INDEX transitions_by_cause ON transitions (cause, logged_at);
COMMENT ON TABLE transitions IS 'One row per accepted fact, numbered per peering without a gap. Which connections it moved stands in state_changes.';
COMMENT ON COLUMN transitions.peering_id IS 'The peering that it is about.';
COMMENT ON COLUMN transitions.sequence IS '1, 2, 3 … per peering.';
COMMENT ON COLUMN transitions.logged_at IS 'When the log took the fact in: the time that durations are measured by. Never goes back within a peering.';
COMMENT ON COLUMN transitions.outcome IS 'Transitioned: a connection changed its state. Recorded: none did.';
COMMENT ON COLUMN transitions.cause IS 'The fact: PeeringRequested, Approved, LoaIssued, WiringCompleted, StageOverdue …';
COMMENT ON COLUMN transitions.cause_id IS 'Event id of the fact.';
COMMENT ON COLUMN transitions.connection_id IS 'The connection that the fact is about; null: the whole peering.';
COMMENT ON COLUMN transitions.stated_by IS 'The service that stated it.';
COMMENT ON COLUMN transitions.actor IS 'The principal on whose behalf; of an e-mail address the first letter and the domain.';
COMMENT ON COLUMN transitions.occurred_at IS 'When it happened by the clock of who stated it.';
COMMENT ON COLUMN transitions.reason IS 'What its author gave as reason, question or answer.';
COMMENT ON COLUMN transitions.deadline_kind IS 'Of a StageOverdue: what ran out, Stage, Answer or LoaExpiry.';
COMMENT ON COLUMN transitions.deadline_at IS 'Of a StageOverdue: when.';
COMMENT ON COLUMN transitions.deadline_warning IS 'Of a StageOverdue: true for a warning ahead of it.';
COMMENT ON COLUMN transitions.peering_state IS 'State of the peering after it.';
COMMENT ON COLUMN transitions.redundant IS 'Whether the peering was redundant after it.';

CREATE TABLE stays (
    connection_id uuid NOT NULL,
    sequence      bigint NOT NULL,
    peering_id    uuid NOT NULL,
    came_from     text,
    state         text NOT NULL,
    entered_at    timestamptz NOT NULL,
    left_to       text,
    left_at       timestamptz,
    left_sequence bigint,
    seconds       double precision GENERATED ALWAYS AS (EXTRACT(EPOCH FROM left_at - entered_at)::double precision) STORED,
    during        tstzrange GENERATED ALWAYS AS (tstzrange(entered_at, left_at)) STORED,
    PRIMARY KEY (connection_id, sequence)
);
CREATE UNIQUE INDEX stays_that_last ON stays (connection_id) WHERE left_at IS NULL;
CREATE INDEX stays_of_peering ON stays (peering_id, sequence);
CREATE INDEX stays_in_state ON stays (state, entered_at);
CREATE INDEX stays_as_of ON stays USING gist (during);
COMMENT ON TABLE stays IS 'One row per time that a connection spent in a state. As of an instant: WHERE during @> timestamptz ''2026-05-03T14:00:00Z''.';
COMMENT ON COLUMN stays.connection_id IS 'The connection.';
COMMENT ON COLUMN stays.sequence IS 'Sequence of the transition that began it.';
COMMENT ON COLUMN stays.peering_id IS 'The peering that the connection is of.';
COMMENT ON COLUMN stays.came_from IS 'State before; null: the connection came to be.';
COMMENT ON COLUMN stays.state IS 'The state.';
COMMENT ON COLUMN stays.entered_at IS 'When it was entered.';
COMMENT ON COLUMN stays.left_to IS 'State after; null: it lasts.';
COMMENT ON COLUMN stays.left_at IS 'When it was left; null: it lasts.';
COMMENT ON COLUMN stays.left_sequence IS 'Sequence of the transition that ended it; null: it lasts.';
COMMENT ON COLUMN stays.seconds IS 'How long it took; null: it lasts.';
COMMENT ON COLUMN stays.during IS 'From entered_at up to, not including, left_at: indexed for questions about an instant.';

CREATE VIEW state_changes AS
    SELECT peering_id, sequence, connection_id, came_from AS from_state, state AS to_state, entered_at AS changed_at FROM stays;
COMMENT ON VIEW state_changes IS 'One row per change of a connection''s state; sequence leads to its transition.';
COMMENT ON COLUMN state_changes.peering_id IS 'The peering.';
COMMENT ON COLUMN state_changes.sequence IS 'Sequence of the transition.';
COMMENT ON COLUMN state_changes.connection_id IS 'The connection.';
COMMENT ON COLUMN state_changes.from_state IS 'State before; null: the connection came to be.';
COMMENT ON COLUMN state_changes.to_state IS 'State after.';
COMMENT ON COLUMN state_changes.changed_at IS 'When.';

CREATE TABLE refusals (
    refusal_id       uuid PRIMARY KEY,
    peering_id       uuid NOT NULL,
    sequence         bigint NOT NULL,
    logged_at        timestamptz NOT NULL,
    code             text NOT NULL,
    reason           text NOT NULL,
    cause            text NOT NULL,
    cause_id         uuid NOT NULL,
    cause_reason     text,
    connection_id    uuid,
    refusing_states  text NOT NULL,
    stated_by        text NOT NULL,
    actor            text NOT NULL,
    occurred_at      timestamptz NOT NULL
);
CREATE INDEX refusals_of_peering ON refusals (peering_id, logged_at);
CREATE INDEX refusals_by_time ON refusals (logged_at);
COMMENT ON TABLE refusals IS 'One row per fact that was refused: no state changed.';
COMMENT ON COLUMN refusals.refusal_id IS 'Identity.';
COMMENT ON COLUMN refusals.peering_id IS 'The peering that the fact is about; there may be none of this id.';
COMMENT ON COLUMN refusals.sequence IS 'Sequence of the peering when it was refused; 0: there is no such peering.';
COMMENT ON COLUMN refusals.logged_at IS 'When the log took the fact in.';
COMMENT ON COLUMN refusals.code IS 'NotAllowedInState, Late, NoSuchPeering, NoSuchConnection, AlreadyRequested or SequenceMismatch.';
COMMENT ON COLUMN refusals.reason IS 'What was refused and why, for people.';
COMMENT ON COLUMN refusals.cause IS 'The fact: DeprovisionRequested, WiringCompleted …';
COMMENT ON COLUMN refusals.cause_id IS 'Event id of the fact.';
COMMENT ON COLUMN refusals.cause_reason IS 'What the fact''s author gave as reason.';
COMMENT ON COLUMN refusals.connection_id IS 'The connection that the fact is about; null: the whole peering.';
COMMENT ON COLUMN refusals.refusing_states IS 'States of the connections that stood against it, apart by commas; empty: it was not for a state.';
COMMENT ON COLUMN refusals.stated_by IS 'The service that stated the fact.';
COMMENT ON COLUMN refusals.actor IS 'The principal on whose behalf; of an e-mail address the first letter and the domain.';
COMMENT ON COLUMN refusals.occurred_at IS 'When it happened by the clock of who stated it.';

CREATE TABLE sessions (
    connection_id       uuid NOT NULL,
    family              text NOT NULL,
    peering_id          uuid NOT NULL,
    observed_at         timestamptz NOT NULL,
    router              text NOT NULL,
    state               text NOT NULL,
    state_since         timestamptz NOT NULL,
    route_policy        text NOT NULL,
    prefixes_received   integer NOT NULL,
    prefixes_accepted   integer NOT NULL,
    prefixes_advertised integer NOT NULL,
    flaps               integer NOT NULL,
    established_at      timestamptz,
    last_error          text,
    PRIMARY KEY (connection_id, family)
);
CREATE INDEX sessions_of_peering ON sessions (peering_id);
COMMENT ON TABLE sessions IS 'One row per BGP session: the latest look at it. Written every few seconds, whatever happens in between.';
COMMENT ON COLUMN sessions.connection_id IS 'The connection that it runs over.';
COMMENT ON COLUMN sessions.family IS 'IPv4 or IPv6.';
COMMENT ON COLUMN sessions.peering_id IS 'The peering.';
COMMENT ON COLUMN sessions.observed_at IS 'When it was looked at.';
COMMENT ON COLUMN sessions.router IS 'The operator''s router.';
COMMENT ON COLUMN sessions.state IS 'Idle, Connect, Active, OpenSent, OpenConfirm or Established (RFC 4271). Never the state of a connection.';
COMMENT ON COLUMN sessions.state_since IS 'Since when it was seen in this state, as far back as the log of looks goes (a week).';
COMMENT ON COLUMN sessions.route_policy IS 'The policy found on the router: NoSession, DenyAll, Allow or Drain.';
COMMENT ON COLUMN sessions.prefixes_received IS 'Prefixes that the peer sent.';
COMMENT ON COLUMN sessions.prefixes_accepted IS 'Those that were accepted.';
COMMENT ON COLUMN sessions.prefixes_advertised IS 'Prefixes sent to the peer.';
COMMENT ON COLUMN sessions.flaps IS 'How often it fell.';
COMMENT ON COLUMN sessions.established_at IS 'Since when it is Established; null: it is not.';
COMMENT ON COLUMN sessions.last_error IS 'What the router last said against it.';

CREATE TABLE alarms (
    connection_id         uuid NOT NULL,
    family                text NOT NULL,
    kind                  text NOT NULL,
    since                 timestamptz NOT NULL,
    peering_id            uuid NOT NULL,
    peer_asn              bigint NOT NULL,
    peering_location      text NOT NULL,
    raised_at             timestamptz,
    cleared_at            timestamptz,
    intended_route_policy text NOT NULL,
    PRIMARY KEY (connection_id, family, kind, since)
);
CREATE INDEX alarms_by_time ON alarms (since);
COMMENT ON TABLE alarms IS 'One row per time that what was seen of a session differed from what was intended. The log keeps them for ninety days, these rows stay.';
COMMENT ON COLUMN alarms.connection_id IS 'The connection.';
COMMENT ON COLUMN alarms.family IS 'IPv4 or IPv6.';
COMMENT ON COLUMN alarms.kind IS 'SessionDown, SessionMissing, SessionUnexpected, PolicyDiffers, PrefixLimitExceeded or Stale.';
COMMENT ON COLUMN alarms.since IS 'When the difference was first seen.';
COMMENT ON COLUMN alarms.peering_id IS 'The peering.';
COMMENT ON COLUMN alarms.peer_asn IS 'Autonomous system number of the peer.';
COMMENT ON COLUMN alarms.peering_location IS 'Metro.';
COMMENT ON COLUMN alarms.raised_at IS 'When it was told.';
COMMENT ON COLUMN alarms.cleared_at IS 'When it was over; null: it lasts.';
COMMENT ON COLUMN alarms.intended_route_policy IS 'The policy that should have been in force.';

CREATE TABLE positions (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL,
    term        bigint NOT NULL,
    written_at  timestamptz NOT NULL,
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE positions IS 'How far these tables have read the topics. Written together with the rows, so each record counts once.';
COMMENT ON COLUMN positions.topic IS 'The topic.';
COMMENT ON COLUMN positions.partition IS 'The partition.';
COMMENT ON COLUMN positions.next_offset IS 'The first record that is not in the tables yet.';
COMMENT ON COLUMN positions.term IS 'Counts the changes of who fills the tables from it; only the latest may.';
COMMENT ON COLUMN positions.written_at IS 'When rows came from it last, or somebody took it over.';
