package io.directpeering.notification;

import java.util.List;
import java.util.function.Supplier;
import jakarta.mail.internet.MimeMessage;

import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/// Who was told what of a peering: as the mails say that went out, and as the service has it.
///
/// @param mailServer the one that runs now
record Told(Supplier<MailServer> mailServer, Example example) {

    List<MimeMessage> mailsTo(String recipient) {
        return mailServer.get().mailsOf(example).stream()
                .filter(mail -> MailServer.recipient(mail).equals(recipient))
                .toList();
    }

    /// Of each mail, before the first blank the name of who got it, then its subject.
    List<String> subjects() {
        return mailServer.get().mailsOf(example).stream()
                .map(mail -> MailServer.recipient(mail).replaceAll("@.*", "") + " " + MailServer.subject(mail))
                .toList();
    }

    JsonPath deliveries() {
        return RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("olga"))
                .get("/deliveries?peeringId=" + example.peeringId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
