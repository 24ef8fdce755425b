package io.directpeering.backends;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.directpeering.local.issuer.Person;

/// What stands in the header `Authorization` of a test's request.
public final class Bearer {

    public static final String HEADER = "Authorization";

    private static final Map<Person, String> KNOWN = new ConcurrentHashMap<>();

    private Bearer() {}

    /// For somebody at the operator's, who sees every network and decides on requests.
    public static String operator(String name) {
        return of(Person.operator(name));
    }

    /// For one of a network's own people.
    public static String peer(String name, long... asns) {
        return of(Person.peer(name, asns));
    }

    public static String of(Person person) {
        return KNOWN.computeIfAbsent(
                person, it -> "Bearer " + Backends.shared().tokens().of(it));
    }
}
