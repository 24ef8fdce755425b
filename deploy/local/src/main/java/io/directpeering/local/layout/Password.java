package io.directpeering.local.layout;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The database password of this installation: random, in a file that only its owner reads, never printed.
public final class Password {

    private static final int BYTES = 24;

    private Password() {}

    public static Path file(Layout layout) {
        return layout.run().resolve("database-password");
    }

    /// The password; made at first.
    public static String of(Layout layout) throws IOException {
        var file = file(layout);
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
        } catch (FileAlreadyExistsException e) {
            // Made by an earlier run: the database knows it.
        }
        return Files.readString(file).strip();
    }
}
