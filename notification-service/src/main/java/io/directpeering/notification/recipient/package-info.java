/// Who is told: from a message to an audience ([io.directpeering.notification.recipient.Audience]), from there to the
/// peer's contacts by role or to the operator's mailboxes, and to an address that mail can be sent to
/// ([io.directpeering.notification.recipient.Recipient]).
@NullMarked
package io.directpeering.notification.recipient;

import org.jspecify.annotations.NullMarked;
