package io.directpeering.provisioning.router;

/// State of one BGP session (RFC 4271, section 8.2.2).
public enum BgpState {
    IDLE("Idle"),
    CONNECT("Connect"),
    ACTIVE("Active"),
    OPEN_SENT("OpenSent"),
    OPEN_CONFIRM("OpenConfirm"),
    ESTABLISHED("Established");

    private final String label;

    BgpState(String label) {
        this.label = label;
    }

    /// As the RFC writes it.
    public String label() {
        return label;
    }
}
