-- The trace that what is stated belongs to (W3C Trace Context), so that it stands in the log also when it is stated again.
ALTER TABLE statement ADD COLUMN traceparent text;
ALTER TABLE validation ADD COLUMN traceparent text;
