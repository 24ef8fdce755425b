package io.directpeering.notification.mail;

/// What became of handing a mail to the mail server.
public sealed interface Handover {

    /// The server took it over.
    record Taken() implements Handover {}

    /// The server will never take it for this recipient.
    record Refused(String reason) implements Handover {}

    /// Not now; perhaps later. Whether the mail went out may be unknown.
    ///
    /// @param serverDown no answer from the server at all: other mails would fare alike
    record Failed(String reason, boolean serverDown) implements Handover {}
}
