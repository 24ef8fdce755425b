/// The working papers: one row per connection and stage says what is to be done about it ([Task]) and how far that is.
///
/// [Lanes] takes rows that are due to their [Worker], one lane at a time over all replicas, and again with growing
/// pauses until the work is done or a later stage has taken its place. Whatever a worker did when its process died is
/// done again, so a worker repeats itself harmlessly.
@NullMarked
package io.directpeering.provisioning.work;

import org.jspecify.annotations.NullMarked;
