/// Tells people what happened to their peerings.
///
/// A transition comes in ([io.directpeering.intake]), becomes a message or is passed over
/// ([io.directpeering.notification.message]), finds its recipients ([io.directpeering.notification.recipient])
/// and its words ([io.directpeering.notification.mail]), is kept as one delivery per recipient and sent
/// ([io.directpeering.notification.delivery]). A further channel is a package beside `mail`.
@NullMarked
package io.directpeering.notification;

import org.jspecify.annotations.NullMarked;
