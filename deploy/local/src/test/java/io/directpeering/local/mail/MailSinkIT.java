package io.directpeering.local.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import io.directpeering.local.parts.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A mail client before the mail sink.
class MailSinkIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @TempDir
    private Path folder;

    @Test
    void eachMailIsAFileAndNamesSortByArrival() throws Exception {
        // Given
        var port = Ports.free();
        try (var sink = MailSink.start(port, folder, InstantSource.fixed(NOW))) {
            // When
            send(port, "first", "noc@peer.example.org");
            send(port, "second", "noc@peer.example.org");
        }

        // Then
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("20261122T101530.000000Z.eml", "20261122T101530.000001Z.eml");
        assertThat(Files.readString(files().getFirst()))
                .contains("Delivered-To: noc@peer.example.org", "Subject: first", "what happened")
                .doesNotContain("Subject: second");
    }

    @Test
    void aMailToTwoIsAFileEach() throws Exception {
        // Given
        var port = Ports.free();
        try (var sink = MailSink.start(port, folder, InstantSource.fixed(NOW))) {
            // When
            send(port, "both", "noc@peer.example.org,policy@peer.example.org");
        }

        // Then
        assertThat(files()).hasSize(2);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void send(int port, String subject, String to) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(port));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("peering@example.net");
        mail.setRecipients(RecipientType.TO, InternetAddress.parse(to));
        mail.setSubject(subject);
        mail.setText("what happened");
        Transport.send(mail);
    }
}
