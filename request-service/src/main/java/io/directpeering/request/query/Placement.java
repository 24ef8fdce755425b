package io.directpeering.request.query;

import java.util.Set;

import org.apache.kafka.streams.state.HostInfo;

/// Where a partition is, as this instance was told at the latest assignment.
///
/// @param holder who judges it
/// @param copies who has a copy of its stores
record Placement(int partition, HostInfo holder, Set<HostInfo> copies) {}
