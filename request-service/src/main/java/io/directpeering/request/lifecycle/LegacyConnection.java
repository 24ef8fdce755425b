package io.directpeering.request.lifecycle;

import java.util.List;

/// A link set up outside this system, to be adopted as it stands.
public record LegacyConnection(
        RequestedConnection requested, Demarcation demarcation, List<SessionAddresses> sessions) {}
