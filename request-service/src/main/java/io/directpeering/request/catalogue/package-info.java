/// What the operator offers, as far as a peer may know: locations, the facilities there, the bandwidths on offer.
/// Beside it, what a peer may have adopted: links from before this system ([LegacyLink]).
/// Read once at start-up from the file that provisioning-service reads as a whole ([Catalogue]).
@NullMarked
package io.directpeering.request.catalogue;

import org.jspecify.annotations.NullMarked;
