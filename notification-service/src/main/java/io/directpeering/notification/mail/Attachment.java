package io.directpeering.notification.mail;

import java.util.regex.Pattern;

/// A file that goes with a mail.
///
/// @param fileName  ASCII letters, digits, `.`, `_` and `-`: it stands in a header
/// @param mediaType as in `application/pdf`, with parameters where it has any: `text/calendar; method=PUBLISH`
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Attachment(String fileName, String mediaType, byte[] bytes) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}(; [a-z]{1,20}=[A-Za-z0-9-]{1,40}){0,3}");

    /// @throws IllegalArgumentException a value would break out of its header: a bug
    public Attachment {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException("A file name for a mail has characters it must not have");
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("A media type for a mail has characters it must not have");
        }
    }
}
