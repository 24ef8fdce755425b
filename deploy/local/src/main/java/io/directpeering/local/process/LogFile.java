package io.directpeering.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

/// What a part wrote, run after run.
public record LogFile(Path path) {

    private static final long FULL_BYTES = 20L << 20;
    private static final int TAIL_BYTES = 1 << 16;

    /// Makes ready to be written on: a full one is put aside as `.1`.
    public void prepare() throws IOException {
        Files.createDirectories(path.getParent());
        if (size() > FULL_BYTES) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), REPLACE_EXISTING);
        }
    }

    /// Bytes written so far.
    public long size() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /// The last lines, of those written from a position on.
    public List<String> tail(long from, int lines) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.min(file.length(), Math.max(from, file.length() - TAIL_BYTES)));
            var bytes = new byte[(int) Math.min(TAIL_BYTES, file.length() - file.getFilePointer())];
            file.readFully(bytes);
            var all = new String(bytes, UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }
}
