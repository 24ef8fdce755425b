package io.directpeering.approval.peer;

import java.util.List;

import io.directpeering.events.Contact;
import org.jspecify.annotations.Nullable;

/// Somebody of the peer's who can be reached, as it is kept and as answers show it.
public record Person(
        String role,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    public static List<Person> of(List<Contact> contacts) {
        return contacts.stream()
                .map(contact ->
                        new Person(contact.getRole().name(), contact.getName(), contact.getEmail(), contact.getPhone()))
                .toList();
    }
}
