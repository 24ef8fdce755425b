/// The contacts of peer ASNs as they are registered now: a projection of topic peer-asn-registrations. A mail about a
/// peering that was requested long ago goes to the people who are there today.
///
/// Can be emptied and read again at any time; it sends nothing and changes no mail that was written.
@NullMarked
package io.directpeering.notification.contact;

import org.jspecify.annotations.NullMarked;
