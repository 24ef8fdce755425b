package io.directpeering.notification.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/// As this machine resolves names.
@ApplicationScoped
class SystemNames implements NameResolution {

    @Override
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
