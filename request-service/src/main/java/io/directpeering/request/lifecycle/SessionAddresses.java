package io.directpeering.request.lifecycle;

/// Addresses of one BGP session.
///
/// @param family IPv4 or IPv6
/// @param prefix CIDR, network-aligned
public record SessionAddresses(String family, String prefix, String peerAddress, String operatorAddress) {}
