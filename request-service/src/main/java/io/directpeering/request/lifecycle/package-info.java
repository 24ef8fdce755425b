/// The life cycle of a direct peering: which fact moves which connection from where to where, and why another is
/// refused. [Lifecycle] holds the table; everything else is what it reads and writes.
///
/// Pure: no clock, no ids of its own, no framework. The same facts in the same order give the same outcome on any
/// machine at any time, which is what makes replaying the log safe.
@NullMarked
package io.directpeering.request.lifecycle;

import org.jspecify.annotations.NullMarked;
