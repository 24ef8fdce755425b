/// Processes and ports of the operating system: start one, know it again after a crash, stop it, tell who holds
/// a port.
@NullMarked
package io.directpeering.local.process;

import org.jspecify.annotations.NullMarked;
