-- The trace of the transition that is told (W3C Trace Context): what is sent later belongs to it, too.
ALTER TABLE delivery ADD COLUMN traceparent text;
