-- What a simulated session takes of what is announced: a list of prefixes, or null for anything; and the filter's name.
ALTER TABLE simulated.session
    ADD COLUMN accepts     jsonb,
    ADD COLUMN filter_hash text NOT NULL DEFAULT '';
