package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The directory with the connections' files. Each is replaced in one go, and only its owner reads it.
record ConnectionFiles(Path directory, Optional<String> owner) {

    private static final Pattern NAME = Pattern.compile("peering-([0-9a-f-]{36})\\.conf");

    Optional<ConnectionFile> read(UUID connectionId) throws IOException {
        try {
            return Optional.of(new ConnectionFile(connectionId, Files.readString(path(connectionId))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    List<ConnectionFile> all() throws IOException {
        var files = new ArrayList<ConnectionFile>();
        try (var paths = Files.newDirectoryStream(directory, "peering-*.conf")) {
            for (var path : paths) {
                var name = NAME.matcher(path.getFileName().toString());
                if (name.matches()) {
                    read(UUID.fromString(name.group(1))).ifPresent(files::add);
                }
            }
        }
        return files;
    }

    void write(ConnectionFile file) throws IOException {
        // The name does not end in .conf: the daemon never reads a half of it.
        var draft = Files.createTempFile(
                directory,
                "peering-",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, file.text());
            if (owner.isPresent()) {
                var principals = directory.getFileSystem().getUserPrincipalLookupService();
                Files.setOwner(draft, principals.lookupPrincipalByName(owner.get()));
            }
            Files.move(draft, path(file.connectionId()), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    void delete(UUID connectionId) throws IOException {
        Files.deleteIfExists(path(connectionId));
    }

    private Path path(UUID connectionId) {
        return directory.resolve("peering-" + connectionId + ".conf");
    }
}
