package io.directpeering.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

/// The mails that went out, as the local mail sink keeps them: a file each.
final class Mails {

    private Mails() {}

    record Mail(String messageId, String subject, String recipient) {}

    static List<Mail> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Mails::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What goes with the mails, byte by byte, by the names of the files; the same letter may go to several people.
    static Map<String, List<byte[]>> attachments(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .flatMap(Mails::attachmentsOf)
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Map.Entry<String, byte[]>> attachmentsOf(Part part) throws IOException, MessagingException {
        if (part.getFileName() != null) {
            return Stream.of(Map.entry(part.getFileName(), part.getInputStream().readAllBytes()));
        }
        var found = Stream.<Map.Entry<String, byte[]>>empty();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                found = Stream.concat(found, attachmentsOf(parts.getBodyPart(i)));
            }
        }
        return found;
    }

    private static Stream<Map.Entry<String, byte[]>> attachmentsOf(Path file) {
        try (var mail = Files.newInputStream(file)) {
            return attachmentsOf(new MimeMessage(null, mail));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("mail " + file, e);
        }
    }

    private static Mail read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return new Mail(header(lines, "Message-ID"), header(lines, "Subject"), header(lines, "To"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(List<String> lines, String name) {
        return lines.stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
