package io.directpeering.request.asn;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Body of `PUT /peer-asns/{asn}`, as it came.
public record RegistrationBody(
        @Nullable String name, @Nullable List<@Nullable ContactBody> contacts) {}
