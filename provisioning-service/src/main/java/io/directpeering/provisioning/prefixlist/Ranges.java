package io.directpeering.provisioning.prefixlist;

import java.util.List;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;

/// What a list says.
record Ranges(List<PrefixRange> ipv4, List<PrefixRange> ipv6) {

    List<PrefixRange> of(Family family) {
        return switch (family) {
            case IPV4 -> ipv4;
            case IPV6 -> ipv6;
        };
    }
}
