/// Who is told: from a message to the peer's contacts by role
/// ([io.directpeering.notification.recipient.Audience]), and from a contact to an address that mail can be sent to
/// ([io.directpeering.notification.recipient.Recipient]).
@NullMarked
package io.directpeering.notification.recipient;

import org.jspecify.annotations.NullMarked;
