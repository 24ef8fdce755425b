package io.directpeering.local.gateway;

import java.util.regex.Pattern;

import io.directpeering.local.layout.Services;

/// Where a request goes by its path.
public sealed interface Route {

    /// To a process of this service.
    record To(Services service) implements Route {}

    /// Nowhere: there is no such address.
    record Unknown() implements Route {}

    /// Nowhere: a gateway and a service could take the path for two different ones.
    record Ambiguous() implements Route {}

    /// Every address of the suite is made of these: no escapes, no parameters, no empty segments.
    Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9._~-]+)+/?");

    Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");
    Pattern WIRING = Pattern.compile(
            "/peerings/[^/]+/connections/[^/]+/(link-tests|wiring-completed|abort|loa|letters|cease-letter)(/.*)?");
    Pattern MAINTENANCE = Pattern.compile("/peerings/[^/]+/maintenances(/.*)?");
    Pattern WORK = Pattern.compile("/connections/[^/]+/work");

    /// Decides.
    ///
    /// @param path the request's path as it came, before any decoding
    static Route of(String path) {
        if (path.equals("/")) {
            return new Unknown();
        }
        if (!PLAIN.matcher(path).matches() || DOTS.matcher(path).find()) {
            return new Ambiguous();
        }
        if (WIRING.matcher(path).matches()
                || MAINTENANCE.matcher(path).matches()
                || WORK.matcher(path).matches()) {
            return new To(Services.PROVISIONING);
        }
        return switch (path.split("/", 3)[1]) {
            case "peerings", "peer-asns", "legacy-peerings" -> new To(Services.REQUEST);
            case "reviews", "peer-asn-reviews", "policy" -> new To(Services.APPROVAL);
            case "verify", "catalogue", "prefix-lists", "simulator" -> new To(Services.PROVISIONING);
            case "deliveries", "webhooks" -> new To(Services.NOTIFICATION);
            default -> new Unknown();
        };
    }

    /// Whether what stands at a path answers without end.
    static boolean isStream(String path) {
        return path.equals("/peerings/stream");
    }
}
