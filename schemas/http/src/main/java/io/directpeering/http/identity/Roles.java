package io.directpeering.http.identity;

/// What a caller may do, as tokens name it in their claim of roles.
public final class Roles {

    /// A network's own people: they see and touch what is of the ASNs in their token's claim `asns`.
    public static final String PEER = "peer";

    /// The operator's people who provision and keep links in service.
    public static final String OPERATOR = "operator";

    /// The operator's people who decide on requests.
    public static final String APPROVER = "approver";

    /// Reads everything, contacts masked, and changes nothing.
    public static final String ANALYST = "analyst";

    /// All of the operator's roles.
    public static final String ADMIN = "admin";

    /// Another system.
    public static final String SERVICE = "service";

    private Roles() {}
}
