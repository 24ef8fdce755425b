package io.directpeering.provisioning.loa;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;

/// What a letter is verified by. 20 symbols out of 24 (92 bits): nobody finds one by trying. No two of the symbols are
/// taken for one another, in print or over the telephone line of a data centre: neither 0 and O nor 1, I and L, nor 2
/// and Z, 5 and S, 8 and B, U and V.
///
/// @param symbols without groups, in capitals
record VerificationCode(String symbols) {

    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTVWXY";
    private static final int LENGTH = 20;

    /// As people write it: in any case, with blanks or dashes wherever they like. Codes of early letters are shorter
    /// and know more symbols.
    private static final Pattern TYPED = Pattern.compile("[A-Za-z2-9 -]{12,64}");

    private static final Pattern SYMBOLS = Pattern.compile("[A-Z2-9]{12,20}");
    private static final Pattern GROUP = Pattern.compile(".{4}(?=.)");

    /// @param random unpredictable
    static VerificationCode draw(RandomGenerator random) {
        return new VerificationCode(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining()));
    }

    /// Empty: no code looks like this.
    static Optional<VerificationCode> typed(String text) {
        if (!TYPED.matcher(text).matches()) {
            return Optional.empty();
        }
        var symbols = text.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        return SYMBOLS.matcher(symbols).matches() ? Optional.of(new VerificationCode(symbols)) : Optional.empty();
    }

    /// As printed: in groups of four.
    String grouped() {
        return requireNonNull(GROUP.matcher(symbols).replaceAll("$0-"));
    }
}
