package io.directpeering.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.avro.SystemLimitException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireFormatTest {

    @Test
    void textThatClaimsMoreThanARecordHoldsIsRefusedBeforeRoomIsMade() throws IOException {
        // Given
        WireFormat.settings("http://registry.example");
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        encoder.writeLong(1L << 30);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);

        // When
        assertThatThrownBy(decoder::readString)
                // Then
                .isInstanceOf(SystemLimitException.class);
    }
}
