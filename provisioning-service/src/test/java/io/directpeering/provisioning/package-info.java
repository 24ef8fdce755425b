/// Whole lives of connections, on a real broker, registry and database.
@NullMarked
package io.directpeering.provisioning;

import org.jspecify.annotations.NullMarked;
