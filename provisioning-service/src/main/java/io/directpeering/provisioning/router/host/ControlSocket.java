package io.directpeering.provisioning.router.host;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A conversation with a daemon over its Unix domain socket, where no answer is waited for longer than the time limit.
public final class ControlSocket implements AutoCloseable {

    /// The daemon was not reached, so nothing was said to it.
    public static final class NotReached extends IOException {

        private static final long serialVersionUID = 1;

        NotReached(Path socket, Throwable cause) {
            super("no daemon listens at " + socket + " (" + cause.getMessage() + ")", cause);
        }
    }

    /// Tells whether what has come in so far is a whole answer.
    @FunctionalInterface
    public interface Completeness {

        boolean isComplete(byte[] received);
    }

    private static final int AT_ONCE = 64 * 1024;

    private final Path path;
    private final SocketChannel channel;
    private final Selector selector;
    private final long limitInNanos;

    private ControlSocket(Path path, SocketChannel channel, Selector selector, Duration limit) {
        this.path = path;
        this.channel = channel;
        this.selector = selector;
        this.limitInNanos = limit.toNanos();
    }

    /// @throws NotReached nobody listens there
    public static ControlSocket open(Path path, Duration limit) throws NotReached {
        try {
            var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(path));
                channel.configureBlocking(false);
                var selector = Selector.open();
                channel.register(selector, SelectionKey.OP_READ);
                return new ControlSocket(path, channel, selector, limit);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NotReached(path, e);
        }
    }

    public void send(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        var until = System.nanoTime() + limitInNanos;
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                await(SelectionKey.OP_WRITE, until);
            }
        }
    }

    public byte[] receive(Completeness answer) throws IOException {
        var received = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(AT_ONCE);
        var until = System.nanoTime() + limitInNanos;
        while (true) {
            var count = channel.read(buffer.clear());
            if (count < 0) {
                throw new EOFException("the daemon at " + path + " hung up");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, until);
                continue;
            }
            received.write(buffer.array(), 0, count);
            var bytes = received.toByteArray();
            if (answer.isComplete(bytes)) {
                return bytes;
            }
        }
    }

    private void await(int readiness, long until) throws IOException {
        channel.keyFor(selector).interestOps(readiness);
        var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("the daemon at " + path + " did not answer within "
                    + TimeUnit.NANOSECONDS.toMillis(limitInNanos) + " ms");
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        try (channel;
                selector) {
            // Both, whatever the other says.
        }
    }
}
