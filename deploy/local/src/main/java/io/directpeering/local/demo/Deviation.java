package io.directpeering.local.demo;

/// The suite did something else than the life cycle says.
public final class Deviation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Deviation(String where, Object expected, Object came) {
        super("%s: expected %s, came %s".formatted(where, expected, came));
    }
}
