-- Highest sequence taken in of each peering.
create table progress (
    peering_id uuid primary key,
    sequence bigint not null
);

-- Transitions that came before one they follow, as they stood on the topic.
create table parked_transition (
    peering_id uuid not null,
    sequence bigint not null,
    record bytea not null,
    parked_at timestamptz not null,
    primary key (peering_id, sequence)
);

-- Nobody is told what happened before this moment: a new database that reads the whole history again sends nothing.
create table told_from (
    only_row boolean primary key default true check (only_row),
    moment timestamptz not null
);
insert into told_from (moment) values (now());

create table delivery (
    id bigint generated always as identity primary key,
    peering_id uuid not null,
    sequence bigint not null,
    recipient text not null,
    channel text not null,
    subject text not null,
    body text not null,
    message_id text not null,
    in_reply_to text,
    status text not null check (status in ('Pending', 'Sent', 'Undeliverable', 'ToldBefore')),
    reason text,
    attempts integer not null default 0,
    written_at timestamptz not null,
    due_at timestamptz not null,
    sent_at timestamptz,
    constraint one_delivery_per_recipient unique (peering_id, sequence, recipient, channel),
    check ((status = 'Sent') = (sent_at is not null))
);

create index delivery_due on delivery (due_at) where status = 'Pending';
create index delivery_in_order on delivery (peering_id, recipient, channel, sequence) where status = 'Pending';
