/// Registration of peers: which networks may ask for peerings, under which name, and whom to call there
/// ([Registrations]). Each change is a revision that goes into the log; what the operator's side finds of it comes
/// back from there ([ValidationChannel], [Validations]). What an AS number and a contact have to look like stands in
/// [AsnRule] and [ContactRule].
@NullMarked
package io.directpeering.request.asn;

import org.jspecify.annotations.NullMarked;
