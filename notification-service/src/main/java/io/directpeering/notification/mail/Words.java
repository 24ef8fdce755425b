package io.directpeering.notification.mail;

/// What a mail says.
///
/// @param subject one line
/// @param text    for programs that show plain text
/// @param html    the same, laid out; needs nothing from elsewhere
public record Words(String subject, String text, String html) {}
