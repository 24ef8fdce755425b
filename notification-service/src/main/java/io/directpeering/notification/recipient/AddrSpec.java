package io.directpeering.notification.recipient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in the plain form of RFC 5322 (dot-atom @ host name): no display name, no quotes, no comments,
/// no address literals, ASCII only. What passes cannot change the header or the SMTP command it stands in.
public record AddrSpec(String localPart, String domain) {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    /// @return empty where the text is not such an address
    public static Optional<AddrSpec> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return Optional.empty();
        }
        var localPart = text.substring(0, at);
        var domain = text.substring(at + 1);
        return LOCAL_PART.matcher(localPart).matches() && DOMAIN.matcher(domain).matches()
                ? Optional.of(new AddrSpec(localPart, domain.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return localPart + "@" + domain;
    }
}
