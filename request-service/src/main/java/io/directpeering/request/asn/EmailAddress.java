package io.directpeering.request.asn;

import java.util.regex.Pattern;

/// A mailbox as a plain addr-spec (RFC 5322): dot-atom, `@`, host name with a dot. No display name, no comment, no
/// quotes, no address literal: what stands here goes into the header of a mail.
final class EmailAddress {

    private static final int MAX_CHARACTERS = 254;
    private static final int MAX_LOCAL_CHARACTERS = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDR_SPEC = Pattern.compile(
            ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private EmailAddress() {}

    static boolean isValid(String text) {
        return text.length() <= MAX_CHARACTERS
                && text.indexOf('@') <= MAX_LOCAL_CHARACTERS
                && ADDR_SPEC.matcher(text).matches();
    }
}
