package io.directpeering.request.asn;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /peer-asns/{asn}`, as it came.
public record RegistrationBody(
        @Schema(required = true, maxLength = 100) @Nullable String name,

        @Schema(required = true, minItems = 1, maxItems = 20, description = "One of them a Noc with email and phone")
        @Nullable
        List<@Nullable ContactBody> contacts) {

    /// A body to begin with.
    static final String EXAMPLE = """
            {"name": "Peer Networks",
             "contacts": [{"role": "Noc", "email": "noc@peer.example", "phone": "+49 69 555 0100"}]}""";
}
