/// The assembled suite as its users have it: started by `./peering`, spoken to over its gateway, read from its log,
/// and killed in the middle.
@NullMarked
package io.directpeering.system;

import org.jspecify.annotations.NullMarked;
