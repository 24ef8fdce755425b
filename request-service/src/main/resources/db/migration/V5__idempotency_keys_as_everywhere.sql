-- As in every service: what a command did is written down as JSON, whatever it is.
ALTER TABLE idempotency_key ADD COLUMN done text;
UPDATE idempotency_key
   SET done = json_build_object('peeringId', peering_id, 'eventId', event_id, 'status', status)::text;
ALTER TABLE idempotency_key
    DROP COLUMN peering_id,
    DROP COLUMN event_id,
    DROP COLUMN status,
    ALTER COLUMN answer TYPE text;
