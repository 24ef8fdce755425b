package io.directpeering.http.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The words that a field may hold: the symbols of an enum of the contract, spelled exactly so. `Unknown`, which
/// readers meet in place of a newer symbol, is not a word to write.
public final class Words<E extends Enum<E>> {

    private static final String NOT_A_WORD = "Unknown";

    private final Map<String, E> words = new LinkedHashMap<>();

    private Words(Class<E> type) {
        Arrays.stream(type.getEnumConstants())
                .filter(symbol -> !symbol.name().equals(NOT_A_WORD))
                .forEach(symbol -> words.put(symbol.name(), symbol));
    }

    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return new Words<>(type);
    }

    /// The symbol; null and noted as wrong if it is missing or not one of the words.
    public @Nullable E required(Violations violations, String field, @Nullable String text) {
        if (text == null) {
            violations.add(field, "is required: one of " + String.join(", ", words.keySet()));
            return null;
        }
        var symbol = words.get(text);
        if (symbol == null) {
            violations.add(field, "must be one of " + String.join(", ", words.keySet()));
        }
        return symbol;
    }

    /// As [#required], but where nothing was said the answer is `otherwise`.
    public @Nullable E orElse(Violations violations, String field, @Nullable String text, E otherwise) {
        return text == null ? otherwise : required(violations, field, text);
    }
}
