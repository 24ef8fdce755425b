create table webhook (
    id uuid primary key,
    -- Null: the operator's own, about every peer.
    peer_asn bigint,
    url text not null,
    description text,
    -- Types of facts; empty: all.
    events text[] not null,
    state text not null check (state in ('Enabled', 'Disabled')),
    disabled_reason text,
    -- Sealed: nobody reads a secret out of the database alone.
    secret bytea not null,
    former_secret bytea,
    former_secret_until timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    failing_since timestamptz,
    failures integer not null default 0,
    held_until timestamptz,
    check ((state = 'Disabled') = (disabled_reason is not null)),
    check ((former_secret is null) = (former_secret_until is null))
);

create index webhook_of_asn on webhook (peer_asn);

-- One ledger for both channels. A row without a peering is about a webhook itself: a test, or the mail that says it
-- was disabled.
alter table delivery
    alter column peering_id drop not null,
    alter column sequence drop not null,
    add column webhook_id uuid,
    add column event_type text,
    add column to_operator boolean not null default false,
    add column answer_status integer,
    add column pending_since timestamptz,
    add constraint about_a_transition check ((peering_id is null) = (sequence is null)),
    add constraint one_delivery_per_message_id unique (message_id),
    add constraint webhook_or_mail check ((channel = 'Webhook') = (webhook_id is not null));

update delivery set pending_since = written_at;
alter table delivery alter column pending_since set not null;

create index delivery_of_webhook on delivery (webhook_id, id) where webhook_id is not null;
