/// Where the local run keeps what is its own: folders, ports, the password.
///
/// One place, so that a second suite beside the first needs two settings only: another folder (`PEERING_HOME`)
/// and other ports (`PEERING_PORT_OFFSET`).
@NullMarked
package io.directpeering.local.layout;

import org.jspecify.annotations.NullMarked;
