package io.directpeering.provisioning.router.host;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.LinkTestResult;

/// A link test: for as long as it lasts the port has an address out of 169.254.0.0/16, and pings the peer's there.
public record LinkPing(Place place) {

    private static final int PREFIX_LENGTH = 30;
    private static final Pattern COUNTS = Pattern.compile("(\\d+) packets transmitted, (\\d+) received");
    private static final Pattern TIMES = Pattern.compile("= ([0-9.]+)/([0-9.]+)/([0-9.]+)/");

    public Answer<LinkTestResult> run(String port, int packets) {
        var addresses = new PortAddresses(place);
        var ours = LinkTestResult.OPERATOR_ADDRESS + "/" + PREFIX_LENGTH;
        try {
            addresses.add(port, ours);
        } catch (IOException e) {
            return new Answer.Rejected<>("the port " + port + " takes no address for a link test: " + e.getMessage());
        }
        try {
            return ping(port, packets);
        } catch (IOException e) {
            return new Answer.Unreachable<>("the link test did not run: " + e.getMessage());
        } finally {
            putBack(addresses, port, ours);
        }
    }

    private Answer<LinkTestResult> ping(String port, int packets) throws IOException {
        var limit = Duration.ofMillis(200L * packets + 5000);
        var said = place.run(
                limit,
                List.of(
                        "ping",
                        "-n",
                        "-q",
                        "-c",
                        String.valueOf(packets),
                        "-i",
                        "0.2",
                        "-W",
                        "1",
                        "-I",
                        port,
                        LinkTestResult.PEER_ADDRESS));
        var counts = COUNTS.matcher(said.text());
        if (!counts.find()) {
            throw new IOException(said.text().strip());
        }
        var sent = Integer.parseInt(counts.group(1));
        var received = Integer.parseInt(counts.group(2));
        var times = TIMES.matcher(said.text());
        return new Answer.Done<>(
                received > 0 && times.find()
                        ? new LinkTestResult(
                                sent,
                                received,
                                Double.valueOf(times.group(1)),
                                Double.valueOf(times.group(2)),
                                Double.valueOf(times.group(3)))
                        : new LinkTestResult(sent, received, null, null, null));
    }

    private static void putBack(PortAddresses addresses, String port, String ours) {
        try {
            addresses.remove(port, ours);
        } catch (IOException e) {
            // It reaches no further than the link, and the next test puts the same one there.
        }
    }
}
