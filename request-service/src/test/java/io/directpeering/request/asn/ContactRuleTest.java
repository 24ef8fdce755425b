package io.directpeering.request.asn;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.http.problem.Violation;
import io.directpeering.http.problem.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactRuleTest {

    private static final ContactBody NOC = new ContactBody("Noc", "NOC", "noc@peer.example", "+49 69 1234567");

    private final Violations violations = new Violations();

    @Test
    void takesPeopleWhoCanBeReached() {
        // Given
        var policy = new ContactBody("Policy", null, "peering@peer.example", null);

        // When
        var contacts = ContactRule.check(violations, List.of(NOC, policy));

        // Then
        assertThat(violations.all()).isEmpty();
        assertThat(contacts)
                .containsExactly(
                        new Contact(ContactRole.Noc, "NOC", "noc@peer.example", "+49 69 1234567"),
                        new Contact(ContactRole.Policy, null, "peering@peer.example", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noc",
                "noc@",
                "@peer.example",
                "noc@peer",
                "noc@peer..example",
                "noc.@peer.example",
                ".noc@peer.example",
                "NOC <noc@peer.example>",
                "noc@peer.example, other@peer.example",
                "noc@[192.0.2.1]",
                "\"noc\"@peer.example",
                "noc@peer.example\r\nBcc: all@peer.example",
                "noc@peer.example\n",
                "noc@-peer.example",
                "nöc@peer.example",
                "noc@peer.example (comment)",
                "noc@peer.1",
                "noc @peer.example"
            })
    void refusesWhatIsNoPlainAddress(String email) {
        // Given
        var contact = new ContactBody("Noc", null, email, "+49 69 1234567");

        // When
        ContactRule.check(violations, List.of(contact));

        // Then
        assertThat(violations.all()).extracting(Violation::field).contains("contacts[0].email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "12", "+49\t69", "0123456789012345678901234567890123456789012", "+49 69 <1234>"})
    void refusesWhatIsNoPhoneNumber(String phone) {
        // Given
        var contact = new ContactBody("Noc", null, "noc@peer.example", phone);

        // When
        ContactRule.check(violations, List.of(contact));

        // Then
        assertThat(violations.all()).extracting(Violation::field).contains("contacts[0].phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1 555 0100", "(069) 123-4567", "0049691234567", "+49 69 1234567 ext. 12", "+49/69/1234567"})
    void takesPhoneNumbersAsPeopleWriteThem(String phone) {
        // Given
        var contact = new ContactBody("Noc", null, "noc@peer.example", phone);

        // When
        ContactRule.check(violations, List.of(contact));

        // Then
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void demandsOneNocContactWithBoth() {
        // Given
        var mailOnly = new ContactBody("Noc", null, "noc@peer.example", null);
        var policy = new ContactBody("Policy", null, "policy@peer.example", "+49 69 1234567");

        // When
        ContactRule.check(violations, List.of(mailOnly, policy));

        // Then
        assertThat(violations.all()).extracting(Violation::field).containsExactly("contacts");
        assertThat(violations.all().getFirst().message()).contains("Noc", "email", "phone");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        // Given
        var bodies = Arrays.asList(
                new ContactBody("noc", "N\u0000C", "x", "y"), null, new ContactBody("Unknown", null, null, null));

        // When
        ContactRule.check(violations, bodies);

        // Then
        assertThat(violations.all())
                .extracting(Violation::field)
                .containsExactly(
                        "contacts[0].role",
                        "contacts[0].name",
                        "contacts[0].email",
                        "contacts[0].phone",
                        "contacts[1]",
                        "contacts[2].role",
                        "contacts[2]");
    }

    @Test
    void refusesNoneAndTooMany() {
        // When
        ContactRule.check(violations, null);
        ContactRule.check(violations, List.of());
        ContactRule.check(violations, Collections.nCopies(21, NOC));

        // Then
        assertThat(violations.all()).extracting(Violation::field).containsExactly("contacts", "contacts", "contacts");
    }
}
