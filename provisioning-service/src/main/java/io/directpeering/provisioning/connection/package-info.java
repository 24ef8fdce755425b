/// Connections as the log has them: a projection, written by the intake alone.
@NullMarked
package io.directpeering.provisioning.connection;

import org.jspecify.annotations.NullMarked;
