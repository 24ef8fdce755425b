package io.directpeering.local.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.directpeering.local.layout.Layout;

/// An SMTP server, in this JVM, that keeps what it gets in a folder.
public final class MailSink implements AutoCloseable {

    private final GreenMail server;

    private MailSink(GreenMail server) {
        this.server = server;
    }

    /// Opens the port.
    ///
    /// @throws IOException           the folder cannot be written
    /// @throws IllegalStateException the port is taken
    public static MailSink start(int port, Path folder, InstantSource clock) throws IOException {
        var mails = new MailFolder(folder, clock);
        var server = new GreenMail(new ServerSetup(port, Layout.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> new Mailbox(recipient.getEmail(), mails));
        server.start();
        return new MailSink(server);
    }

    @Override
    public void close() {
        server.stop();
    }
}
