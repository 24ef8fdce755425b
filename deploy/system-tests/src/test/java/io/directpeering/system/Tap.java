package io.directpeering.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Stands between a service and the control socket of a router's daemon. It passes everything on, and may end the
/// service at a change of the router's configuration: before the daemon has heard of it, or when it has answered and
/// the service has not.
final class Tap implements AutoCloseable {

    /// When the service is ended.
    enum Moment {
        BEFORE_THE_DAEMON_HEARS,
        BEFORE_THE_SERVICE_HEARS
    }

    private static final int AT_ONCE = 64 * 1024;

    private final Path daemon;
    private final String change;
    private final ServerSocketChannel server;
    private final Runnable end;
    private Moment moment = Moment.BEFORE_THE_DAEMON_HEARS;
    private int changesToGo;
    private boolean ended;
    private @Nullable RuntimeException failure;

    private Tap(Path daemon, String change, ServerSocketChannel server, Runnable end) {
        this.daemon = daemon;
        this.change = change;
        this.server = server;
        this.end = end;
    }

    /// @param asked  socket that the service is told of
    /// @param daemon socket of the daemon's
    /// @param change what each message that changes something contains
    /// @param end    ends the service
    static Tap between(Path asked, Path daemon, String change, Runnable end) throws IOException {
        Files.deleteIfExists(asked);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(asked));
        var tap = new Tap(daemon, change, server, end);
        Thread.ofVirtual().name("tap-" + asked).start(tap::accept);
        return tap;
    }

    /// From now on the service is ended at the change of this number, counted from 1.
    synchronized void endAt(int number, Moment when) {
        changesToGo = number;
        moment = when;
    }

    /// Lets everything pass again.
    ///
    /// @return whether the service was ended since [#endAt]
    /// @throws IllegalStateException it should have been, and was not
    synchronized boolean letPass() {
        changesToGo = 0;
        if (failure != null) {
            throw new IllegalStateException("The service was not ended", failure);
        }
        var happened = ended;
        ended = false;
        return happened;
    }

    private synchronized boolean isTheOne(String message) {
        if (changesToGo == 0 || !message.contains(change)) {
            return false;
        }
        changesToGo--;
        return changesToGo == 0;
    }

    /// What goes wrong is kept for [#letPass]: this thread has nobody to tell it to.
    private synchronized void end() {
        try {
            end.run();
            ended = true;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void accept() {
        try {
            while (true) {
                var service = server.accept();
                Thread.ofVirtual().start(() -> serve(service));
            }
        } catch (IOException closed) {
            // Nobody is served any more.
        }
    }

    private void serve(SocketChannel service) {
        try (service;
                var control = SocketChannel.open(UnixDomainSocketAddress.of(daemon))) {
            var conversation = new Conversation(service, control);
            Thread.ofVirtual().start(conversation::answers);
            conversation.questions();
        } catch (IOException e) {
            // The daemon is away: the service sees its conversation end.
        }
    }

    private final class Conversation {

        private final SocketChannel service;
        private final SocketChannel control;
        private volatile boolean last;

        Conversation(SocketChannel service, SocketChannel control) {
            this.service = service;
            this.control = control;
        }

        void questions() throws IOException {
            var buffer = ByteBuffer.allocate(AT_ONCE);
            while (service.read(buffer.clear()) >= 0) {
                var message = new String(buffer.array(), 0, buffer.position(), ISO_8859_1);
                if (isTheOne(message)) {
                    if (moment == Moment.BEFORE_THE_DAEMON_HEARS) {
                        end();
                        return;
                    }
                    last = true;
                }
                write(control, buffer.flip());
            }
        }

        void answers() {
            var buffer = ByteBuffer.allocate(AT_ONCE);
            try (Closeable both = this::close) {
                while (control.read(buffer.clear()) >= 0) {
                    if (last) {
                        end();
                        return;
                    }
                    write(service, buffer.flip());
                }
            } catch (IOException closed) {
                // One of the two has hung up.
            }
        }

        private void close() throws IOException {
            service.close();
            control.close();
        }

        private void write(SocketChannel to, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
