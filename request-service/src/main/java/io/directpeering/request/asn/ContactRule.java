package io.directpeering.request.asn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import org.jspecify.annotations.Nullable;

/// Whom a peer may name: people who can be reached, and at least a NOC that can be both written to and called.
final class ContactRule {

    private static final int MAX_CONTACTS = 20;
    private static final int MAX_NAME_CHARACTERS = 100;
    private static final int MAX_EMAIL_CHARACTERS = 254;
    private static final int MAX_PHONE_CHARACTERS = 40;
    private static final Words<ContactRole> ROLES = Words.of(ContactRole.class);
    private static final Pattern PHONE =
            Pattern.compile("\\+?[0-9(][0-9 ()./-]{3,31}[0-9)](?: ?(?:x|ext\\.?) ?[0-9]{1,6})?");

    private ContactRule() {}

    /// The contacts, as far as they are right; what is wrong is noted.
    static List<Contact> check(Violations violations, @Nullable List<@Nullable ContactBody> bodies) {
        if (bodies == null || bodies.isEmpty()) {
            violations.add("contacts", "is required: at least a Noc contact with e-mail and phone");
            return List.of();
        }
        if (!violations.check(
                bodies.size() <= MAX_CONTACTS, "contacts", "has more than " + MAX_CONTACTS + " entries")) {
            return List.of();
        }
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < bodies.size(); i++) {
            check(violations, "contacts[" + i + "]", bodies.get(i)).ifPresent(contacts::add);
        }
        // Told only where the contacts themselves are right: a mistyped phone is one mistake, not two.
        if (contacts.size() == bodies.size()) {
            violations.check(
                    contacts.stream().anyMatch(ContactRule::isReachableNoc),
                    "contacts",
                    "needs a contact with role Noc that has both email and phone");
        }
        return contacts;
    }

    private static boolean isReachableNoc(Contact contact) {
        return contact.getRole() == ContactRole.Noc && contact.getEmail() != null && contact.getPhone() != null;
    }

    private static Optional<Contact> check(Violations violations, String field, @Nullable ContactBody body) {
        if (body == null) {
            violations.add(field, "is null; leave it out or describe a contact");
            return Optional.empty();
        }
        int before = violations.all().size();
        var role = ROLES.required(violations, field + ".role", body.role());
        var name = PlainText.optional(violations, field + ".name", body.name(), MAX_NAME_CHARACTERS);
        var email = PlainText.optional(violations, field + ".email", body.email(), MAX_EMAIL_CHARACTERS);
        var phone = PlainText.optional(violations, field + ".phone", body.phone(), MAX_PHONE_CHARACTERS);
        if (email != null) {
            violations.check(
                    EmailAddress.isValid(email),
                    field + ".email",
                    "must be a plain e-mail address such as noc@example.net, without display name");
        }
        if (phone != null) {
            violations.check(
                    PHONE.matcher(phone).matches(), field + ".phone", "must be a phone number such as +49 69 1234567");
        }
        violations.check(
                body.email() != null || body.phone() != null, field, "needs an email or a phone to be reached by");
        return role == null || violations.all().size() > before
                ? Optional.empty()
                : Optional.of(new Contact(role, name, email, phone));
    }
}
