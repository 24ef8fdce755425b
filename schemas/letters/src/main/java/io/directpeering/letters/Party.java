package io.directpeering.letters;

/// A network, by its name and its autonomous system number.
public record Party(String name, long asn) {

    String label() {
        return name + " (" + as() + ")";
    }

    String as() {
        return "AS" + asn;
    }
}
