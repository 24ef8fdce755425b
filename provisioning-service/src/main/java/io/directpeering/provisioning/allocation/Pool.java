package io.directpeering.provisioning.allocation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/// Prefixes that session prefixes are cut out of: /31 and /127 (RFC 3021, RFC 6164), the lowest free one first.
record Pool(List<String> prefixes) {

    /// Empty: none is free.
    ///
    /// @param taken session prefixes in use; those outside of the pool do not matter
    Optional<SessionNet> lowestFree(List<String> taken) {
        var blocks = taken.stream()
                .map(prefix -> new IPAddressString(prefix).getAddress())
                .toList();
        return prefixes.stream()
                .map(prefix -> new IPAddressString(prefix).getAddress())
                .flatMap(pool -> lowestFree(pool, blocks).stream())
                .findFirst()
                .map(free -> SessionNet.of(free.toCanonicalString()));
    }

    private static Optional<IPAddress> lowestFree(IPAddress pool, List<IPAddress> taken) {
        var length = pool.getBitCount() - 1;
        // A taken prefix may be wider than ours, where a peer brought it: what it covers counts too.
        Set<IPAddress> covered = taken.stream()
                .filter(pool::contains)
                .flatMap(block -> block.setPrefixLength(length, false).prefixBlockStream())
                .collect(Collectors.toSet());
        return pool.setPrefixLength(length, false)
                .prefixBlockStream()
                .map(IPAddress.class::cast)
                .filter(block -> !covered.contains(block))
                .findFirst();
    }
}
