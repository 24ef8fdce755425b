package io.directpeering.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TraceparentTest {

    private static final String WRITTEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void namesWhatItWasReadFrom() {
        // When
        var context = Traceparent.context(WRITTEN);

        // Then
        assertThat(Traceparent.of(context)).isEqualTo(WRITTEN);
        assertThat(Span.fromContext(context).getSpanContext().isRemote()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nx: y",
                "'; drop table outbox; --"
            })
    void aMalformedOneIsAsGoodAsNone(String written) {
        // When
        var context = Traceparent.context(written);

        // Then
        assertThat(Span.fromContext(context).getSpanContext().isValid()).isFalse();
        assertThat(Traceparent.of(context)).isNull();
    }

    @Test
    void bytesThatAreNoTextAreAsGoodAsNone() {
        // Given
        var headers = new RecordHeaders().add(Traceparent.HEADER, new byte[] {(byte) 0xff, 0, (byte) 0x80});

        // When
        var context = Traceparent.context(Traceparent.of(headers));

        // Then
        assertThat(Span.fromContext(context).getSpanContext().isValid()).isFalse();
    }

    @Test
    void aRecordCarriesOne() {
        // Given
        var headers = new RecordHeaders().add(Traceparent.HEADER, "of the one before".getBytes(UTF_8));

        // When
        Traceparent.put(headers, WRITTEN);

        // Then
        assertThat(headers.headers(Traceparent.HEADER)).hasSize(1);
        assertThat(Traceparent.of(headers)).isEqualTo(WRITTEN);
    }

    @Test
    void withoutReceiverNothingIsWritten() {
        // Given
        var headers = new RecordHeaders();

        // When
        try (var _ = Traceparent.context(WRITTEN).makeCurrent()) {
            Traceparent.putCurrent(headers);
            Sending.begin("peering-events", "key", WRITTEN).on(headers).ended(null);
        }

        // Then
        assertThat(headers.toArray()).isEmpty();
        assertThat(Traceparent.of(Context.current())).isNull();
    }
}
