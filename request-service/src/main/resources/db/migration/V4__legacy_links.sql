-- Links that were set up outside this system, as requests name them: one live request each.
ALTER TABLE requested_connection ADD COLUMN legacy_link text;
CREATE UNIQUE INDEX one_live_request_per_legacy_link
    ON requested_connection (legacy_link) WHERE released_at IS NULL;
