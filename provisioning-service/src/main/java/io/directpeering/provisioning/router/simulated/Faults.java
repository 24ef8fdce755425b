package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How one connection's peer and router are told to misbehave. Nothing given: they behave.
///
/// @param silent         the peer does not answer at all
/// @param asn            the peer sends this AS number
/// @param flapEveryMs    the sessions fall this long after each time they establish
/// @param prefixesV4     the peer sends so many
/// @param prefixesV6     the peer sends so many
/// @param router         the router is not to be had
/// @param crashAfterStep the way to the router breaks after this step of the next change, once
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Faults(
        boolean silent,
        @Min(1) @Max(4294967295L) @Nullable Long asn,
        @Min(1) @Max(3_600_000) @Nullable Integer flapEveryMs,
        @Min(0) @Max(10_000_000) @Nullable Integer prefixesV4,
        @Min(0) @Max(10_000_000) @Nullable Integer prefixesV6,
        @Nullable RouterFault router,
        @Min(1) @Max(10) @Nullable Integer crashAfterStep) {

    static final Faults NONE = new Faults(false, null, null, null, null, null, null);

    /// Why a router cannot be used.
    public enum RouterFault {
        Unreachable,
        Rejects
    }

    Faults withoutCrash() {
        return new Faults(silent, asn, flapEveryMs, prefixesV4, prefixesV6, router, null);
    }

    SimulatedPeer peer(long expectedAsn, Duration step) {
        return new SimulatedPeer(
                !silent,
                asn == null ? expectedAsn : asn,
                flapEveryMs == null ? null : Duration.ofMillis(flapEveryMs),
                step);
    }
}
