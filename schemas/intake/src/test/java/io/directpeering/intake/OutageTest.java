package io.directpeering.intake;

import java.io.EOFException;
import java.net.SocketException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {

    @Test
    void connectionLostInTheMiddleOfACommitIsAnOutage() {
        // Given
        var lost = new SQLException("An I/O error occurred while sending to the backend.", "08006", new EOFException());
        var refused = new IllegalStateException("Could not commit transaction.");
        refused.addSuppressed(new IllegalStateException("Error trying to transactionCommit", lost));

        // When
        var outage = Outage.isBehind(new RuntimeException("Error invoking subclass method", refused));

        // Then
        assertThat(outage).isTrue();
    }

    @Test
    void constraintThatARecordBreaksIsNone() {
        // Given
        var broken = new SQLException("duplicate key value", "23505");

        // When
        var outage = Outage.isBehind(new IllegalStateException(broken));

        // Then
        assertThat(outage).isFalse();
    }

    @Test
    void networkThatFailsIsOne() {
        assertThat(Outage.isBehind(new IllegalStateException(new SocketException("Connection reset"))))
                .isTrue();
    }

    @Test
    void failuresThatCauseEachOtherComeToAnEnd() {
        // Given
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        // When
        var outage = Outage.isBehind(one);

        // Then
        assertThat(outage).isFalse();
    }
}
