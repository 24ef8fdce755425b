package io.directpeering.local.issuer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.directpeering.local.layout.Layout;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/// The key that tokens are signed with: random, in a file that only its owner reads, kept so that tokens outlive a
/// restart.
public final class IssuerKey {

    private static final int BITS = 2048;
    private static final String KEY_ID = "local";

    private IssuerKey() {}

    /// The key of this installation; made at first.
    ///
    /// @throws IOException the file cannot be read or written, or holds no key: the message names it
    public static RsaJsonWebKey of(Layout layout) throws IOException {
        var file = file(layout);
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text(random()));
        } catch (FileAlreadyExistsException e) {
            // Made before.
        }
        return read(Files.readString(file), file);
    }

    public static RsaJsonWebKey random() {
        try {
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(KEY_ID);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    /// The key as text, its private half included.
    public static String text(RsaJsonWebKey key) {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /// Reads what [#text] gave.
    public static RsaJsonWebKey read(String text) {
        try {
            Map<String, Object> parameters = JsonUtil.parseJson(text);
            return new RsaJsonWebKey(parameters);
        } catch (JoseException e) {
            throw new IllegalArgumentException("This is no key", e);
        }
    }

    private static RsaJsonWebKey read(String text, Path file) throws IOException {
        try {
            return read(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no key. Remove it, and a new one is made at the next start.", e);
        }
    }

    private static Path file(Layout layout) {
        return layout.run().resolve("issuer-key.json");
    }
}
