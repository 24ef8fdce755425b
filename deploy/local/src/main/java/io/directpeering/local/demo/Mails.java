package io.directpeering.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.JsonNode;

/// The mails that went out, as they lie in the mail folder.
final class Mails {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Mails() {}

    /// One of them.
    record Mail(String to, String subject, String messageId) {}

    /// Waits until everything about a peering up to its end was sent, and finds each mail in the folder.
    ///
    /// @throws Deviation something was not sent, or a mail that was sent is not there
    static List<Mail> sent(Api api, Path folder, String peering, Cast cast, long lastSequence)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        var deliveries = deliveries(api, cast, peering);
        while (!complete(deliveries, lastSequence)) {
            if (System.nanoTime() > deadline) {
                throw new Deviation(
                        "the deliveries",
                        "a mail about transition %d, all of them Sent".formatted(lastSequence),
                        deliveries);
            }
            TimeUnit.MILLISECONDS.sleep(50);
            deliveries = deliveries(api, cast, peering);
        }
        var mails = to(folder, cast.address());
        for (var delivery : deliveries) {
            var id = delivery.path("messageId").asText().replaceAll("[<>]", "");
            var found =
                    mails.stream().filter(mail -> mail.messageId().equals(id)).count();
            if (found == 0) {
                throw new Deviation("the mail folder", "a mail " + id, mails);
            }
        }
        return mails;
    }

    private static List<JsonNode> deliveries(Api api, Cast cast, String peering) {
        var items = api.get(cast.peer(), "/deliveries?peeringId=" + peering)
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static boolean complete(List<JsonNode> deliveries, long lastSequence) {
        return deliveries.stream()
                        .anyMatch(delivery -> delivery.path("sequence").asLong() == lastSequence)
                && deliveries.stream()
                        .allMatch(delivery -> delivery.path("status").asText().equals("Sent"));
    }

    private static List<Mail> to(Path folder, String recipient) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mails::read)
                    .filter(mail -> mail.to().equals(recipient))
                    .toList();
        }
    }

    private static Mail read(Path file) {
        try (var content = Files.newInputStream(file)) {
            var mail = new MimeMessage(Session.getInstance(new Properties()), content);
            return new Mail(
                    Objects.requireNonNullElse(mail.getHeader("Delivered-To", ""), ""),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    Objects.requireNonNullElse(mail.getMessageID(), "").replaceAll("[<>]", ""));
        } catch (IOException | MessagingException e) {
            throw new Deviation(file.toString(), "a mail", e);
        }
    }
}
