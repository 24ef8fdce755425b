/// Peerings as peers ask for them and see them: a request is checked ([RequestRule]), stored under the constraints
/// that only a database can hold ([RequestStore]), stated as a fact and answered with the judge's decision
/// ([Commands]); and read back out of the judge's stores ([PeeringReader], [PeeringView]).
@NullMarked
package io.directpeering.request.peering;

import org.jspecify.annotations.NullMarked;
