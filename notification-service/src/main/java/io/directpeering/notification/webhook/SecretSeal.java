package io.directpeering.notification.webhook;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jakarta.enterprise.context.ApplicationScoped;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Makes secrets, and keeps them so that the database alone does not give them away: AES-256-GCM, bound to the
/// webhook, under the keys of `peering.webhook.encryption-keys`.
///
/// A sealed secret is the key's id (4 bytes), a nonce (12 bytes) and what the cipher gives.
@ApplicationScoped
class SecretSeal {

    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    private record Key(byte[] id, SecretKeySpec spec) {}

    private final SecureRandom random = new SecureRandom();
    private final List<Key> keys;

    SecretSeal(WebhookSettings settings) {
        keys = settings.encryptionKeys().orElse(List.of()).stream()
                .map(SecretSeal::key)
                .toList();
    }

    /// Whether there is a key to seal with.
    boolean ready() {
        return !keys.isEmpty();
    }

    /// A new secret, as receivers configure it.
    String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] seal(String secret, UUID webhook) {
        var key = keys.getFirst();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, webhook, secret.getBytes(UTF_8));
        return ByteBuffer.allocate(KEY_ID_BYTES + NONCE_BYTES + sealed.length)
                .put(key.id())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @throws IllegalStateException the key it was sealed with is not configured any more, or the row was tampered
    /// with
    String open(byte[] sealed, UUID webhook) {
        var id = Arrays.copyOf(sealed, KEY_ID_BYTES);
        var nonce = Arrays.copyOfRange(sealed, KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
        var key = keys.stream()
                .filter(each -> MessageDigest.isEqual(each.id(), id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The secret of webhook " + webhook
                        + " was sealed with a key that peering.webhook.encryption-keys does not hold"));
        var rest = Arrays.copyOfRange(sealed, KEY_ID_BYTES + NONCE_BYTES, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, webhook, rest), UTF_8);
    }

    private static byte[] cipher(int mode, Key key, byte[] nonce, UUID webhook, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.spec(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(webhook.toString().getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of webhook " + webhook + " cannot be sealed or opened", e);
        }
    }

    private static Key key(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                var id = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), KEY_ID_BYTES);
                return new Key(id, new SecretKeySpec(bytes, "AES"));
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the key in it.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        throw new IllegalArgumentException(
                "peering.webhook.encryption-keys must hold keys of 32 bytes in base64, as openssl rand -base64 32 makes them");
    }
}
