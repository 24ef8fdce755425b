/// The letters that go with mails: of authorization with the mail that it is issued, to cease with the mail that a
/// connection is taken down. What a letter says is kept with the mail; the PDF is made of it at sending, and is the
/// same one that the service that issues letters shows, byte by byte, as both read the operator's head from the
/// catalogue.
@NullMarked
package io.directpeering.notification.enclosure;

import org.jspecify.annotations.NullMarked;
