/// What people report of the wire: link tests, that the wiring is done, that the attempt is given up. Each is a fact
/// that the judge decides on, and is answered with the decision.
@NullMarked
package io.directpeering.provisioning.wiring;

import org.jspecify.annotations.NullMarked;
