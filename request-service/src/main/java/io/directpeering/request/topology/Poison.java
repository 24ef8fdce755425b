package io.directpeering.request.topology;

/// A record that can never be judged, whoever tries and however often. It goes to the dead letter.
public final class Poison extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Poison(String what) {
        super(what);
    }
}
