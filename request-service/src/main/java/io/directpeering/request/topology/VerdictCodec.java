package io.directpeering.request.topology;

import io.directpeering.request.lifecycle.RefusalCode;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.stored.StoredVerdict;

/// A verdict as it stands in the store of decisions.
public final class VerdictCodec {

    private VerdictCodec() {}

    static StoredVerdict stored(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(var sequence) -> new StoredVerdict(sequence, null, null);
            case Verdict.Refused(var sequence, var code, var reason) ->
                new StoredVerdict(sequence, code.name(), reason);
        };
    }

    public static Verdict verdict(StoredVerdict stored) {
        return stored.getRefusalCode() == null
                ? new Verdict.Accepted(stored.getSequence())
                : new Verdict.Refused(
                        stored.getSequence(), RefusalCode.valueOf(stored.getRefusalCode()), stored.getReason());
    }
}
