package io.directpeering.backends;

import java.util.Locale;

/// Where the tests take a part from: system property `backend`.
enum Backend {
    /// A container where engine and image are there, else embedded; says which.
    AUTO,
    /// A container; fails where that cannot be.
    DOCKER,
    /// Child processes of the test.
    EMBEDDED;

    static Backend wanted() {
        var text = System.getProperty("backend", "auto");
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-Dbackend=" + text + ": it is auto, docker or embedded", e);
        }
    }
}
