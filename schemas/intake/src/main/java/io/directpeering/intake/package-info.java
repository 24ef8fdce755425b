/// Takes records in one after the other ([RecordIntake]), and tells a record that nobody can read (it goes to the dead
/// letter, byte by byte as it came: [WireReader]) from an outage (it is tried again until it works).
///
/// Knows nothing of what is in a record. For what the judge decided see the module `outcomes`.
@NullMarked
package io.directpeering.intake;

import org.jspecify.annotations.NullMarked;
