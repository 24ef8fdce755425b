package io.directpeering.local.layout;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

/// What only this installation knows: random, in a file that only its owner reads, never printed.
public enum Secret {
    DATABASE_PASSWORD("database-password", 24, bytes -> HexFormat.of().formatHex(bytes)),
    /// Of the role that reads the tables for analysts.
    ANALYST_PASSWORD("analyst-password", 24, bytes -> HexFormat.of().formatHex(bytes)),
    /// Seals the secrets of webhooks in the database.
    WEBHOOK_KEY("webhook-key", 32, bytes -> Base64.getEncoder().encodeToString(bytes));

    private final String fileName;
    private final int bytes;
    private final Function<byte[], String> spelling;

    Secret(String fileName, int bytes, Function<byte[], String> spelling) {
        this.fileName = fileName;
        this.bytes = bytes;
        this.spelling = spelling;
    }

    public Path file(Layout layout) {
        return layout.run().resolve(fileName);
    }

    /// The secret; made at first.
    public String of(Layout layout) throws IOException {
        return kept(file(layout), bytes, spelling);
    }

    /// What a file keeps; random, and made at first.
    public static String kept(Path file, int bytes, Function<byte[], String> spelling) throws IOException {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        try {
            write(file, spelling.apply(random));
        } catch (FileAlreadyExistsException e) {
            // Made by an earlier run: what is stored depends on it.
        }
        return Files.readString(file).strip();
    }

    /// Writes a file that only its owner reads.
    ///
    /// @throws FileAlreadyExistsException there is one
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
