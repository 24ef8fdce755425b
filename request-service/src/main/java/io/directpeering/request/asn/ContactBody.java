package io.directpeering.request.asn;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A contact as a client writes and reads it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactBody(
        @Nullable String role,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {}
