/// The log as tables for analysts: peerings, connections, transitions, stays, refusals, sessions, alarms, in a database
/// of their own. What they mean stands as comments in the tables; questions and answers in `deploy/analytics`.
///
/// A [Follower] reads topics and writes rows, and the [position][Positions] that it has read to in the same
/// transaction: each record counts once, however often a process dies. A new database is filled from the first record
/// on. Nothing here decides anything, tells anybody, or is waited for: where the database is away, the tables are late.
@NullMarked
package io.directpeering.request.analysis;

import org.jspecify.annotations.NullMarked;
