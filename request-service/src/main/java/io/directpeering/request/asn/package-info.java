/// Registration of peers: which networks may ask for peerings, under which name, and whom to call there
/// ([Registrations]). What an AS number and a contact have to look like stands in [AsnRule] and [ContactRule].
@NullMarked
package io.directpeering.request.asn;

import org.jspecify.annotations.NullMarked;
