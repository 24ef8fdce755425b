-- Mails are text and HTML; a peer sees the deliveries of its own ASNs only.
alter table delivery
    add column html text,
    add column peer_asn bigint;

create index delivery_of_peering on delivery (peering_id, id);

-- Highest sequence of each peering that was announced. Outlives every projection: what stands here is never told
-- again, whoever the recipients would be today.
create table announced (
    peering_id uuid primary key,
    sequence bigint not null
);
insert into announced (peering_id, sequence)
    select peering_id, max(sequence) from delivery group by peering_id;
