-- How far the connection's latest maintenance is, and the transition that brought it there; null: there was none.
ALTER TABLE connection ADD COLUMN maintenance text;
ALTER TABLE connection ADD COLUMN maintenance_sequence bigint NOT NULL DEFAULT 0;
