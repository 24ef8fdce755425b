-- The trace that a fact belongs to (W3C Trace Context), so that it stands in the log also when it is sent later.
ALTER TABLE outbox ADD COLUMN traceparent text;
ALTER TABLE registration_outbox ADD COLUMN traceparent text;
