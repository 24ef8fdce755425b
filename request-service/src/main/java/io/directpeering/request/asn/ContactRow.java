package io.directpeering.request.asn;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import org.jspecify.annotations.Nullable;

/// A contact as it is stored.
@Embeddable
@SuppressWarnings("NullAway.Init")
public class ContactRow {

    @Enumerated(EnumType.STRING)
    ContactRole role;

    @Nullable
    String name;

    @Nullable
    String email;

    @Nullable
    String phone;

    static ContactRow of(Contact contact) {
        var row = new ContactRow();
        row.role = contact.getRole();
        row.name = contact.getName();
        row.email = contact.getEmail();
        row.phone = contact.getPhone();
        return row;
    }

    Contact contact() {
        return new Contact(role, name, email, phone);
    }
}
