package io.directpeering.local;

/// Why a command cannot go on, for the person at the terminal: what is in the way, by name, and the way out.
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
