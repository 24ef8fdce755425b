-- The latest registration of each peer ASN, as far as mails need it.
create table asn_contacts (
    peer_asn bigint primary key,
    revision bigint not null,
    contacts text not null
);
