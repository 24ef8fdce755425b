package io.directpeering.request.lifecycle;

/// What a cell of the table says.
sealed interface Move {

    /// The connection goes into another state, with this policy in force.
    record Enter(ConnectionState state, RoutePolicy policy) implements Move {}

    /// The fact is recorded, the state stays, with this policy in force.
    record Keep(RoutePolicy policy) implements Move {}

    record Refuse() implements Move {}

    static Move enter(ConnectionState state, RoutePolicy policy) {
        return new Enter(state, policy);
    }

    static Move keep(RoutePolicy policy) {
        return new Keep(policy);
    }

    static Move refuse() {
        return new Refuse();
    }
}
