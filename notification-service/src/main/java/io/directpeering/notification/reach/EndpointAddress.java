package io.directpeering.notification.reach;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address as somebody typed it, and what it says before anything is resolved.
///
/// @param uri   absolute, `https` or `http`
/// @param host  in lower case
/// @param local a name of the inside, or an IPv4 address in its usual spelling: nothing that the outside can have
public record EndpointAddress(URI uri, String host, boolean local) {

    private static final int LONGEST = 2000;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)*" + LABEL);

    /// What no top-level domain looks like, but what programs read as a number: 2130706433, 0x7f.
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final List<String> INSIDE =
            List.of("localhost", "local", "internal", "localdomain", "intranet", "home.arpa", "onion");

    /// What reading an address comes to.
    public sealed interface Reading {

        record Plain(EndpointAddress address) implements Reading {}

        /// @param message what is wrong and how to mend it
        record Faulty(String message) implements Reading {}
    }

    public static Reading read(String typed) {
        if (typed.length() > LONGEST) {
            return new Reading.Faulty("is longer than " + LONGEST + " characters");
        }
        try {
            var uri = new URI(typed);
            // The JDK gives no host where it does not understand it: underscores, numbers out of range, IPv6 zones.
            if (uri.isOpaque() || uri.getHost() == null || !uri.isAbsolute()) {
                return new Reading.Faulty("must be an absolute address such as https://hooks.example.net/peerings");
            }
            return read(uri);
        } catch (URISyntaxException e) {
            return new Reading.Faulty("is not an address: special characters must be percent-encoded");
        }
    }

    private static Reading read(URI uri) {
        if (!uri.toASCIIString().equals(uri.toString())) {
            return new Reading.Faulty("must be in ASCII: spell the name in its xn-- form");
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return new Reading.Faulty("must begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            return new Reading.Faulty("must not have a user or a password in it; messages are signed instead");
        }
        if (uri.getRawFragment() != null) {
            return new Reading.Faulty("must not have a fragment (#)");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            return new Reading.Faulty("has a port that is none");
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        if (DOTTED_QUAD.matcher(host).matches()) {
            return new Reading.Plain(new EndpointAddress(uri, host, true));
        }
        if (host.length() > 253
                || !DOMAIN.matcher(host).matches()
                || NUMBER.matcher(last(host)).matches()) {
            return new Reading.Faulty("must name its host; IP addresses in whatever spelling are not taken");
        }
        return new Reading.Plain(new EndpointAddress(uri, host, inside(host)));
    }

    private static String last(String host) {
        return host.substring(host.lastIndexOf('.') + 1);
    }

    private static boolean inside(String host) {
        return !host.contains(".") || INSIDE.stream().anyMatch(end -> host.endsWith("." + end));
    }

    public boolean secure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return secure() ? 443 : 80;
    }

    /// Path and query, as a request line has them.
    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
