package io.directpeering.notification.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import inet.ipaddr.IPAddress;
import io.directpeering.notification.reach.EndpointAddress.Reading;

/// Decides whether an address may be called.
@ApplicationScoped
public class Reach {

    private final NameResolution names;
    private final List<IPAddress> allowed;
    private final boolean allowHttp;

    @Inject
    Reach(NameResolution names, ReachSettings settings) {
        this(names, settings.allowedNetworks().orElse(List.of()), settings.allowHttp());
    }

    Reach(NameResolution names, List<String> allowedNetworks, boolean allowHttp) {
        this.names = names;
        this.allowed = allowedNetworks.stream().map(PublicAddresses::network).toList();
        this.allowHttp = allowHttp;
    }

    /// What an address comes to.
    public sealed interface Outcome {

        /// @param addresses where it leads to, all of them allowed; to be connected to as they are
        record Open(EndpointAddress endpoint, List<InetAddress> addresses) implements Outcome {}

        /// @param reason what is wrong and how to mend it; says nothing of what a name resolved to
        record Closed(String reason) implements Outcome {}
    }

    public Outcome of(String typed) {
        return switch (EndpointAddress.read(typed)) {
            case Reading.Faulty(String message) -> new Outcome.Closed(message);
            case Reading.Plain(EndpointAddress address) -> of(address);
        };
    }

    private Outcome of(EndpointAddress endpoint) {
        if (!endpoint.secure() && !allowHttp) {
            return new Outcome.Closed("must begin with https://");
        }
        if (endpoint.local() && allowed.isEmpty()) {
            return new Outcome.Closed("must name a host on the public Internet, not " + endpoint.host());
        }
        try {
            var addresses = names.addressesOf(endpoint.host());
            if (addresses.isEmpty()) {
                return new Outcome.Closed("has a host name that has no address");
            }
            return addresses.stream().allMatch(address -> mayBeCalled(endpoint, address))
                    ? new Outcome.Open(endpoint, addresses)
                    : new Outcome.Closed("leads to an address that is not on the public Internet");
        } catch (UnknownHostException e) {
            return new Outcome.Closed("has a host name that cannot be resolved");
        }
    }

    private boolean mayBeCalled(EndpointAddress endpoint, InetAddress address) {
        var ip = PublicAddresses.ip(address);
        return allowed.stream().anyMatch(network -> network.contains(ip))
                || (!endpoint.local() && PublicAddresses.include(address));
    }
}
