package io.directpeering.approval.policyfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/// A part of the policy file, read field by field, so that what is wrong can be told by the name of the rule.
///
/// @param name how people call it, e.g. "rule 'bandwidth'"
record Section(JsonNode node, String name) {

    /// The part, if it is an object of these fields and no others.
    static Section of(JsonNode node, String name, String... fields) throws UnusablePolicy {
        if (!node.isObject()) {
            throw new UnusablePolicy(name + " must be an object with " + String.join(", ", fields));
        }
        var section = new Section(node, name);
        section.hasExactly(List.of(fields));
        return section;
    }

    /// Told here, and not by what the fields are read into, which would name the one that is missing where one is
    /// misspelt.
    void hasExactly(List<String> fields) throws UnusablePolicy {
        for (var given : node.properties()) {
            if (!fields.contains(given.getKey())) {
                throw new UnusablePolicy("%s: unknown '%s'; known are %s"
                        .formatted(name, given.getKey(), fields.isEmpty() ? "none" : String.join(", ", fields)));
            }
        }
        for (var field : fields) {
            node(field);
        }
    }

    JsonNode node(String field) throws UnusablePolicy {
        var found = node.path(field);
        if (found.isMissingNode() || found.isNull()) {
            throw new UnusablePolicy(name + ": '" + field + "' is missing");
        }
        return found;
    }

    List<JsonNode> list() throws UnusablePolicy {
        if (!node.isArray() || node.isEmpty()) {
            throw new UnusablePolicy(name + " must be a list with something in it");
        }
        var items = new ArrayList<JsonNode>();
        node.forEach(items::add);
        return items;
    }

    String text(String field) throws UnusablePolicy {
        var found = node(field);
        if (!found.isTextual() || found.textValue().isBlank()) {
            throw new UnusablePolicy(name + ": '" + field + "' must be a text; put it in quotes");
        }
        return found.textValue();
    }

    <E extends Enum<E>> E word(String field, Class<E> type) throws UnusablePolicy {
        return word(node(field), field, type);
    }

    <E extends Enum<E>> Set<E> words(String field, Class<E> type) throws UnusablePolicy {
        var found = EnumSet.noneOf(type);
        for (JsonNode each : new Section(node(field), name + ": '" + field + "'").list()) {
            found.add(word(each, field, type));
        }
        return found;
    }

    private <E extends Enum<E>> E word(JsonNode found, String field, Class<E> type) throws UnusablePolicy {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(found.asText()))
                .findFirst()
                .orElseThrow(() -> new UnusablePolicy("%s: unknown %s '%s'; known are %s"
                        .formatted(
                                name,
                                field,
                                found.asText(),
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .toList()))));
    }
}
