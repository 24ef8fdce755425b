package io.directpeering.local.layout;

/// Every port the local run takes, all of them on loopback only.
public enum Port {
    GATEWAY(8080),
    REQUEST_SERVICE(8081),
    APPROVAL_SERVICE(8082),
    PROVISIONING_SERVICE(8083),
    NOTIFICATION_SERVICE(8084),
    REGISTRY(8085),
    REGISTRY_MANAGEMENT(8086),
    ISSUER(8087),
    BROKER(9092),
    BROKER_CONTROLLER(9093),
    DATABASE(15432),
    SMTP(1025);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    /// Its number where no offset is set.
    int number() {
        return number;
    }

    /// As people read it.
    public String description() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
