package io.directpeering.local.issuer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Somebody a token speaks for.
///
/// @param name  becomes the actor of what they do
/// @param roles what they may do
/// @param asns  the networks they speak for, where they are a peer's
public record Person(String name, Set<String> roles, Set<Long> asns) {

    /// Those who are there from the start, by what people call them on the command line.
    private static final List<Person> READY = List.of(
            operator("operator"),
            new Person("approver", Set.of("approver"), Set.of()),
            new Person("analyst", Set.of("analyst"), Set.of()),
            new Person("admin", Set.of("admin"), Set.of()),
            peer("peer-a", 64_496_000L),
            peer("peer-b", 64_496_001L));

    /// One who decides and provisions.
    public static Person operator(String name) {
        return new Person(name, Set.of("operator", "approver"), Set.of());
    }

    /// One of a network's own people.
    public static Person peer(String name, long... asns) {
        return new Person(name, Set.of("peer"), Arrays.stream(asns).boxed().collect(Collectors.toUnmodifiableSet()));
    }

    /// @return empty: nobody is called so
    public static Optional<Person> called(String name) {
        return READY.stream().filter(person -> person.name().equals(name)).findFirst();
    }

    /// Their names.
    public static List<String> names() {
        return READY.stream().map(Person::name).toList();
    }
}
