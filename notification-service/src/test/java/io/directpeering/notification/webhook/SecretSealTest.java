package io.directpeering.notification.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretSealTest {

    private static final String OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NEW = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    private final UUID webhook = UUID.randomUUID();

    @Test
    void whatIsSealedIsNotReadAndComesBack() {
        // Given
        var seal = new SecretSeal(settings(OLD));
        var secret = seal.newSecret();
        // When
        var sealed = seal.seal(secret, webhook);
        // Then
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain(secret.substring(6, 20));
        assertThat(seal.open(sealed, webhook)).isEqualTo(secret);
        assertThat(seal.seal(secret, webhook)).isNotEqualTo(sealed);
    }

    @Test
    void aFormerKeyStillOpens() {
        // Given
        var sealed = new SecretSeal(settings(OLD)).seal("whsec_x", webhook);
        // When
        var opened = new SecretSeal(settings(NEW, OLD)).open(sealed, webhook);
        // Then
        assertThat(opened).isEqualTo("whsec_x");
    }

    @Test
    void aSecretIsTheWebhooksOwn() {
        // Given
        var seal = new SecretSeal(settings(OLD));
        var sealed = seal.seal("whsec_x", webhook);
        // When
        // Then
        assertThatThrownBy(() -> seal.open(sealed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretSeal(settings(NEW)).open(sealed, webhook))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "MDEyMw==", "not base64 at all!"})
    void aKeyThatIsNoneIsRefusedWithoutNamingIt(String key) {
        // Given
        WebhookSettings settings = new Keys(List.of(key));
        // When
        // Then
        assertThatThrownBy(() -> new SecretSeal(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encryption-keys")
                .hasMessageNotContaining("not base64 at all!");
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "10,2560", "11,3600", "100,3600"})
    void pausesDoubleUpToAnHourAndAreShortenedByChance(int failures, int seconds) {
        // Given
        var settings = settings(OLD);
        // When
        var longest = settings.pauseAfter(failures, 0);
        var shortest = settings.pauseAfter(failures, 1);
        // Then
        assertThat(longest).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(shortest).isEqualTo(longest.dividedBy(2));
    }

    private static WebhookSettings settings(String... keys) {
        return new Keys(List.of(keys));
    }

    private record Keys(List<String> keys) implements WebhookSettings {
        @Override
        public Optional<List<String>> encryptionKeys() {
            return Optional.of(keys);
        }

        @Override
        public Duration firstPause() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ZERO;
        }

        @Override
        public Duration secretOverlap() {
            return Duration.ZERO;
        }

        @Override
        public Duration lease() {
            return Duration.ZERO;
        }

        @Override
        public int postsAtOnce() {
            return 1;
        }

        @Override
        public int postsAtOncePerWebhook() {
            return 1;
        }

        @Override
        public int mostPerOwner() {
            return 1;
        }
    }
}
