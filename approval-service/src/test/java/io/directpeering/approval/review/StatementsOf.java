package io.directpeering.approval.review;

import java.util.UUID;

import io.directpeering.approval.statement.Statement;
import io.quarkus.narayana.jta.QuarkusTransaction;

/// Looks behind the answers.
final class StatementsOf {

    private StatementsOf() {}

    static long count(UUID peeringId) {
        return QuarkusTransaction.requiringNew().call(() -> Statement.count("peeringId", peeringId));
    }
}
