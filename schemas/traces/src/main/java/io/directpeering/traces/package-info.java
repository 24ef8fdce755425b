/// Follows a request through all services: one trace from the HTTP call over outbox, topics and the judge to whatever
/// the services do about it.
///
/// A record carries the trace it belongs to in the header `traceparent` (W3C Trace Context, [Traceparent]), and so do
/// rows whose work comes later. What is done about either is a [Handling], what is put into a topic a [Sending].
/// What nobody asked for, a deadline that passes, begins a trace of its own.
///
/// A trace is never part of a decision: it stands beside records and in no value, and whoever is off ([Tracing]) or
/// meets a malformed header goes on without.
///
/// Log lines say which peering and which trace they belong to ([About]), traced or not.
@NullMarked
package io.directpeering.traces;

import org.jspecify.annotations.NullMarked;
