package io.directpeering.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;

/// A recipient whose mails go to the folder. The server's own keeps them in memory.
record Mailbox(String email, MailFolder folder) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            folder.keep(email, bytes.toByteArray());
        } catch (IOException e) {
            // The server then tells its client that the mail was not taken.
            throw new UncheckedIOException("A mail cannot be stored", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail cannot be written", e);
        }
    }

    @Override
    public String getEmail() {
        return email;
    }

    @Override
    public String getLogin() {
        return email;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return email;
    }

    @Override
    public void create() {
        // Every recipient is welcome.
    }

    @Override
    public void delete() {
        // Nothing is held.
    }

    @Override
    public void setPassword(String password) {
        // Nobody logs in here.
    }

    @Override
    public void authenticate(String password) throws UserException {
        throw new UserException("Mails are read as files, not fetched");
    }
}
