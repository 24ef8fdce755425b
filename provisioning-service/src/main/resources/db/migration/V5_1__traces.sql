-- The trace that work and facts belong to (W3C Trace Context): work comes later, and facts are stated again.
ALTER TABLE stage_work ADD COLUMN traceparent text;
ALTER TABLE stated_fact ADD COLUMN traceparent text;
