package io.directpeering.request.analysis;

import java.sql.SQLException;
import java.util.Map;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.local.parts.Database;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(BackendsExtension.class)
class PositionsIT {

    private static final TopicPartition PARTITION = new TopicPartition("peering-transitions", 0);

    @Test
    void whoWasThereBeforeWritesNoMore(Backends backends) throws SQLException {
        // Given
        var database = new AnalysisDatabase(backends.jdbcUrl("positions"), Database.USER, Database.USER);
        database.migrate();
        try (var one = database.connect();
                var other = database.connect()) {
            var before = new Positions();
            before.claim(one, PARTITION);
            before.advance(one, Map.of(PARTITION, 7L));
            one.commit();
            var now = new Positions();

            // When
            var next = now.claim(other, PARTITION);

            // Then
            assertThat(next).isEqualTo(7);
            assertThatThrownBy(() -> before.advance(one, Map.of(PARTITION, 8L)))
                    .isInstanceOf(Positions.Superseded.class)
                    .hasMessageContaining("peering-transitions-0");
            one.rollback();
            now.advance(other, Map.of(PARTITION, 9L));
            other.commit();
            assertThat(new Positions().claim(one, PARTITION)).isEqualTo(9);
        }
    }
}
