/// Ports, addresses, letters of authorization, routers, validation and monitoring: what happens between the
/// approval of a connection and its removal.
///
/// A transition comes in ([io.directpeering.intake]), becomes a row of work
/// ([io.directpeering.provisioning.work]), the work is done by what its package is named after, and ends in a fact
/// ([io.directpeering.provisioning.fact]). Nothing here decides a connection's state.
@NullMarked
package io.directpeering.provisioning;

import org.jspecify.annotations.NullMarked;
