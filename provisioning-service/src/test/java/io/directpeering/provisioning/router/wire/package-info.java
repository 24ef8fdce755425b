/// Real daemons for tests: an operator's and a peer's router in network namespaces with wires between them.
@NullMarked
package io.directpeering.provisioning.router.wire;

import org.jspecify.annotations.NullMarked;
