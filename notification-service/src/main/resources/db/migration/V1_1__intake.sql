-- Named as in every service that takes outcomes in.
alter table progress rename to peering_progress;
alter table parked_transition rename column record to wire;
alter table parked_transition drop column parked_at;
