package io.directpeering.notification.intake;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutageTest {

    @Test
    void aSilentPartnerIsAnOutage() {
        // Given
        var registryGone = new IllegalStateException(new ConnectException("refused"));
        var databaseGone = new IllegalStateException(new SQLException("gone", "08006"));
        // When
        // Then
        assertThat(Outage.causes(registryGone)).isTrue();
        assertThat(Outage.causes(databaseGone)).isTrue();
    }

    @Test
    void badDataAndBugsAreNone() {
        // Given
        var badData = new IllegalStateException(new SQLException("NUL in text", "22021"));
        // When
        // Then
        assertThat(Outage.causes(badData)).isFalse();
        assertThat(Outage.causes(new NullPointerException())).isFalse();
    }

    @Test
    void anOutageIsOutlasted() throws InterruptedException {
        // Given
        var attempts = new AtomicInteger();
        // When
        Outage.outlast(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new ConnectException("refused"));
            }
        });
        // Then
        assertThat(attempts).hasValue(3);
    }

    @Test
    void anythingElseIsThrownAtOnce() {
        // Given
        var attempts = new AtomicInteger();
        // When
        // Then
        assertThatThrownBy(() -> Outage.outlast(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(attempts).hasValue(1);
    }
}
