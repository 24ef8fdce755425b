/// The whole suite on one machine, without containers: what `./peering` hands over to.
@NullMarked
package io.directpeering.local;

import org.jspecify.annotations.NullMarked;
