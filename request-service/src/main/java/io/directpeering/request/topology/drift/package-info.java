/// What is seen of BGP sessions held against what is intended of them: [Intention] says what should be, [Drifts] names
/// the differences, [Episode] tells a flap or a change in progress from something to be alarmed about. None of it
/// changes a connection's state.
@NullMarked
package io.directpeering.request.topology.drift;

import org.jspecify.annotations.NullMarked;
