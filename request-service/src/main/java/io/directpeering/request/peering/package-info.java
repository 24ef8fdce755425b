/// Peerings as peers ask for them and see them: a request is checked ([RequestRule]), stored under the constraints
/// that only a database can hold ([RequestStore]), stated as a fact and answered with the judge's decision
/// ([Commands]); and read back out of the judge's stores ([PeeringReader], [PeeringView]), lists page by page
/// ([Cursor]).
///
/// Links from before this system are adopted the same way ([LegacyRule], [LegacyLinks]). Every command may carry an
/// idempotency key and the sequence that it expects ([CommandReader]). Of another network's peerings
/// nobody is told that they exist.
@NullMarked
package io.directpeering.request.peering;

import org.jspecify.annotations.NullMarked;
