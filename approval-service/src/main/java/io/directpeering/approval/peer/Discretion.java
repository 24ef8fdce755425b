package io.directpeering.approval.peer;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a reader may know of people. Analysts count and compare; whom they could write to or call is none of their
/// business.
public enum Discretion {
    /// Shows people as they are.
    OPEN,
    /// Leaves of a person what tells one from another: `n***@example.net`, and a phone's last two digits.
    MASKED;

    public List<Person> of(List<Person> people) {
        return people.stream().map(this::of).toList();
    }

    private Person of(Person person) {
        return switch (this) {
            case OPEN -> person;
            case MASKED ->
                new Person(person.role(), initial(person.name()), email(person.email()), phone(person.phone()));
        };
    }

    /// A principal's name; where it is an e-mail address it reaches somebody, and is masked as one.
    public @Nullable String principal(@Nullable String name) {
        return this == OPEN || name == null || name.indexOf('@') < 0 ? name : email(name);
    }

    private static @Nullable String email(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : initial(address) + address.substring(at);
    }

    private static @Nullable String initial(@Nullable String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "***";
    }

    private static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        var digits = phone.replaceAll("[^0-9]", "");
        return "***" + digits.substring(Math.max(0, digits.length() - 2));
    }
}
