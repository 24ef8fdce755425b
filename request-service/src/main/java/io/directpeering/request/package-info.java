/// The front door of the suite, and its judge.
///
/// The front door takes what peers and operators ask for ([io.directpeering.request.asn],
/// [io.directpeering.request.peering]), checks it against the rules and the operator's offer
/// ([io.directpeering.request.catalogue]), and states it as a fact ([io.directpeering.request.outbox]). The judge
/// lives in `lifecycle`, `topology` and `query`, which know nothing of the front door.
@NullMarked
package io.directpeering.request;

import org.jspecify.annotations.NullMarked;
