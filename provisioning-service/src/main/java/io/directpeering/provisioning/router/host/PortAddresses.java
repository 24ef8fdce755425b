package io.directpeering.provisioning.router.host;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inet.ipaddr.IPAddressString;
import io.directpeering.provisioning.router.SessionSpec;

/// The session addresses on a port, where the daemon does not put them there itself.
public record PortAddresses(Place place) {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<String> wanted(SessionSpec spec) {
        return spec.families().stream()
                .map(family -> family.operatorAddress() + "/" + family.prefixLength())
                .toList();
    }

    /// The port has these addresses and no others, but those that reach no further than the link.
    public boolean areThere(String port, List<String> wanted) throws IOException {
        var found = found(port);
        return found.size() == wanted.size() && wanted.stream().allMatch(one -> isIn(found, one));
    }

    /// Brings the port to that.
    ///
    /// @throws IOException the port would not take them
    public void set(String port, List<String> wanted) throws IOException {
        var found = found(port);
        for (var one : found) {
            if (!isIn(wanted, one)) {
                demand(List.of("ip", "addr", "del", one, "dev", port));
            }
        }
        for (var one : wanted) {
            if (!isIn(found, one)) {
                var command = new ArrayList<>(List.of("ip", "addr", "add", one, "dev", port));
                if (one.contains(":")) {
                    // The session need not wait until nobody else has claimed the address.
                    command.add("nodad");
                }
                demand(command);
            }
        }
        demand(List.of("ip", "link", "set", port, "up"));
    }

    void add(String port, String address) throws IOException {
        demand(List.of("ip", "addr", "replace", address, "dev", port));
        demand(List.of("ip", "link", "set", port, "up"));
    }

    void remove(String port, String address) throws IOException {
        demand(List.of("ip", "addr", "del", address, "dev", port));
    }

    private List<String> found(String port) throws IOException {
        var said = demand(List.of("ip", "-j", "addr", "show", "dev", port));
        var found = new ArrayList<String>();
        for (JsonNode link : JSON.readTree(said)) {
            for (JsonNode address : link.path("addr_info")) {
                var text = address.path("local").asText();
                if (address.path("scope").asText().equals("global") && !text.startsWith("169.254.")) {
                    found.add(text + "/" + address.path("prefixlen").asInt());
                }
            }
        }
        return found;
    }

    private static boolean isIn(List<String> addresses, String one) {
        var wanted = new IPAddressString(one);
        return addresses.stream().anyMatch(other -> new IPAddressString(other).equals(wanted));
    }

    private String demand(List<String> command) throws IOException {
        var said = place.run(LIMIT, command);
        if (!said.isWell()) {
            throw new IOException(String.join(" ", command) + ": " + said.text().strip());
        }
        return said.text();
    }
}
