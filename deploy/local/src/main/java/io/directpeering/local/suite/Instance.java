package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;

import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/// That this is the only supervisor on its folder: a lock that the operating system takes back when the process
/// ends, however it ends.
record Instance(FileChannel channel, FileLock lock) implements AutoCloseable {

    /// @throws Trouble another one runs
    static Instance claim(Layout layout) throws IOException {
        Files.createDirectories(layout.run());
        var channel = FileChannel.open(layout.run().resolve("lock"), CREATE, WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            var other = RunState.supervisorFile(layout).process();
            throw new Trouble("The suite runs already%s out of %s. ./peering status shows it, ./peering down stops it."
                    .formatted(
                            other.map(process -> " (process " + process.pid() + ")")
                                    .orElse(""),
                            layout.home()));
        }
        return new Instance(channel, lock);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
