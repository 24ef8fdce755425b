package io.directpeering.notification.asking;

/// Roles.
public final class Roles {
    public static final String PEER = "peer";
    public static final String OPERATOR = "operator";
    public static final String APPROVER = "approver";
    public static final String ANALYST = "analyst";

    private Roles() {}
}
