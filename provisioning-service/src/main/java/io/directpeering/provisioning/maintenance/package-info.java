/// Planned work on connections: the operator [announces][MaintenanceEndpoint], ends or cancels it. What is done to the
/// router in its window is the worker's ([io.directpeering.provisioning.session]).
@NullMarked
package io.directpeering.provisioning.maintenance;

import org.jspecify.annotations.NullMarked;
