/// Which port and which addresses a connection gets, and keeps until it is removed. Database constraints see to it
/// that a port carries one connection and that no two sessions' prefixes overlap, whoever allocates.
@NullMarked
package io.directpeering.provisioning.allocation;

import org.jspecify.annotations.NullMarked;
