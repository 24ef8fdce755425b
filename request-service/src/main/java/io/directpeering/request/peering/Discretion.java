package io.directpeering.request.peering;

import io.directpeering.http.identity.Caller;

/// Whom analysts could write to is none of their business.
final class Discretion {

    private Discretion() {}

    /// A principal's name; where it is an e-mail address it reaches somebody, and is hidden from who reads for
    /// statistics, but for what tells one from another: `n***@example.net`.
    static String principal(String name, Caller reader) {
        int at = name.lastIndexOf('@');
        if (at < 0 || !reader.contactsMasked()) {
            return name;
        }
        return at == 0 ? "***" : name.substring(0, name.offsetByCodePoints(0, 1)) + "***" + name.substring(at);
    }
}
