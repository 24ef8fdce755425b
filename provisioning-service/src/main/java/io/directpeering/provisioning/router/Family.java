package io.directpeering.provisioning.router;

/// Address family of a session.
public enum Family {
    IPV4("IPv4"),
    IPV6("IPv6");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /// As people write it.
    public String label() {
        return label;
    }
}
