package io.directpeering.approval.policy;

import java.util.List;

/// What a check found, with the evidence it rests on.
///
/// @param evidence plain English for whoever decides and for the peer
public record Finding(Result result, String evidence) {

    static Finding passed(String evidence) {
        return new Finding(Result.Passed, evidence);
    }

    static Finding failed(String evidence) {
        return new Finding(Result.Failed, evidence);
    }

    static Finding notApplicable(String evidence) {
        return new Finding(Result.NotApplicable, evidence);
    }

    /// Failed with all the faults, or passed where there are none.
    static Finding of(List<String> faults, String evidenceOfPassing) {
        return faults.isEmpty() ? passed(evidenceOfPassing) : failed(String.join(" ", faults));
    }
}
