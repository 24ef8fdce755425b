package io.directpeering.http.condition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The tag of something that is shown: it follows from what is shown and from nothing else, so nobody can forget to
/// count on.
final class Digest {

    private static final int BYTES = 12;

    private Digest() {}

    /// @param shown as JSON
    static String of(String shown) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
