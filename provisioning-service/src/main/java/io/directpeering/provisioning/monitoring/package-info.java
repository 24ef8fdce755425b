/// Looks at the sessions on the routers and tells the topic bgp-session-states what it saw. Nothing of it goes through
/// the database, and none of it changes a connection's state.
@NullMarked
package io.directpeering.provisioning.monitoring;

import org.jspecify.annotations.NullMarked;
