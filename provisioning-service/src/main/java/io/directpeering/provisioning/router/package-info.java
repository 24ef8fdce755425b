/// The port to edge routers: say what should be ([SessionSpec], [Policy]), look at what is ([Sighting]).
///
/// Every call may be repeated, and every failure is one of four ([Answer.Failed]). Where it is in doubt what a router
/// does, it must be [Policy#DENY_ALL].
@NullMarked
package io.directpeering.provisioning.router;

import org.jspecify.annotations.NullMarked;
