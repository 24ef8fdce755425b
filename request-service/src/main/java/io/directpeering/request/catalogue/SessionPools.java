package io.directpeering.request.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// Where the operator takes session addresses from: no prefix that a peer brings may reach in there.
public record SessionPools(
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> ipv4,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> ipv6) {

    static final SessionPools NONE = new SessionPools(List.of(), List.of());
}
