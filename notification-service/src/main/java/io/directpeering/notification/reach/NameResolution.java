package io.directpeering.notification.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// How names become addresses.
@FunctionalInterface
public interface NameResolution {

    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
