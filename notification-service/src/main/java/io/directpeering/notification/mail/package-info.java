/// The e-mail channel: the words of a message, as text and as HTML
/// ([io.directpeering.notification.mail.Wording], templates under `src/main/resources/templates`), what binds the mails
/// of a peering together
/// ([io.directpeering.notification.mail.MailThread]) and the way out by SMTP
/// ([io.directpeering.notification.mail.Smtp]).
///
/// Nothing that a person typed reaches a header but the peering's name in the subject, as one clean line.
@NullMarked
package io.directpeering.notification.mail;

import org.jspecify.annotations.NullMarked;
