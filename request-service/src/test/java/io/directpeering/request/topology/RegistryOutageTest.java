package io.directpeering.request.topology;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;

import com.microsoft.kiota.ApiException;
import org.apache.avro.AvroRuntimeException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryOutageTest {

    private static final class Answer extends ApiException {
        Answer(int status) {
            setResponseStatusCode(status);
        }
    }

    @Test
    void silenceAndTroubleOfTheRegistryAreAnOutage() {
        assertThat(RegistryOutage.isCauseOf(new RuntimeException(new ConnectException())))
                .isTrue();
        assertThat(RegistryOutage.isCauseOf(new Answer(503))).isTrue();
        assertThat(RegistryOutage.isCauseOf(new RuntimeException(new Answer(401))))
                .isTrue();
    }

    @Test
    void bytesThatNobodyCanReadAreNot() {
        assertThat(RegistryOutage.isCauseOf(new UncheckedIOException(new EOFException())))
                .isFalse();
        assertThat(RegistryOutage.isCauseOf(new AvroRuntimeException("malformed")))
                .isFalse();
        assertThat(RegistryOutage.isCauseOf(new RuntimeException(new Answer(404))))
                .isFalse();
        assertThat(RegistryOutage.isCauseOf(new ArrayIndexOutOfBoundsException()))
                .isFalse();
    }
}
