package io.directpeering.provisioning.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.directpeering.provisioning.catalogue.EdgeRouter.Port;

/// Many ports in one line: `et-0/0/[1-24]`, as network inventories write it.
final class PortRange {

    private static final Pattern RANGE = Pattern.compile("\\[(\\d{1,4})-(\\d{1,4})]");

    private PortRange() {}

    /// One port per number of the range in the name; the port itself where there is none.
    static List<Port> unfold(Port port) {
        var range = RANGE.matcher(port.name());
        if (!range.find()) {
            return List.of(port);
        }
        var first = Integer.parseInt(range.group(1));
        var last = Integer.parseInt(range.group(2));
        return IntStream.rangeClosed(0, last - first)
                .mapToObj(index -> new Port(
                        counted(port.name(), index),
                        port.bandwidthInMbps(),
                        port.rack(),
                        port.patchPanel(),
                        counted(port.patchPanelPort(), index),
                        port.media(),
                        port.connector(),
                        port.duplex()))
                .toList();
    }

    private static String counted(String text, int index) {
        return RANGE.matcher(text).replaceFirst(range -> String.valueOf(Integer.parseInt(range.group(1)) + index));
    }
}
