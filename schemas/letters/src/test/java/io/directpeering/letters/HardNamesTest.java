package io.directpeering.letters;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HardNamesTest {

    private static final float EDGE = 50;

    @ParameterizedTest
    @CsvSource({
        "Müller & Söhne GmbH, Müller & Söhne GmbH",
        "Δίκτυα Ελλάδας, Δίκτυα Ελλάδας",
        "Сеть Связи, Сеть Связи",
        "Հայաստան, Հայաստան",
        "საქართველო, საქართველო",
        "Mạng Việt Nam, Mạng Việt Nam",
        "רשת תקשורת, רשת תקשורת",
        "شركة الاتصالات, شركة الاتصالات",
        "<script>alert(1)</script>, <script>alert(1)</script>",
        "${7*7} {peer.name} %s \\, ${7*7} {peer.name} %s \\",
        "ﬁbre, ﬁbre",
        "Cafe\u0301 Net, Café Net",
    })
    void namesOfManyScriptsArePrintedAsTheyAre(String name, String shown) {
        // When
        var printed = printed(name, "Somewhere");

        // Then
        assertThat(java.text.Normalizer.normalize(printed.flowing(), java.text.Normalizer.Form.NFKC))
                .contains(java.text.Normalizer.normalize(shown, java.text.Normalizer.Form.NFKC) + " (AS64496000");
    }

    @ParameterizedTest
    @CsvSource({
        "'\u202Egpj.exe', '\uFFFDgpj.exe'",
        "'a\u2066b\u2069c', 'a\uFFFDb\uFFFDc'",
        "'a\u0000b', 'a\uFFFDb'",
        "'a\u0007b\u001Bc', 'a\uFFFDb\uFFFDc'",
        "'a\nb\tc', 'a b c'",
        "'网络', '\uFFFD\uFFFD'",
        "'\uD83E\uDDA9 Net', '\uFFFD Net'",
        "'a\uE000b', 'a\uFFFDb'",
        "'zero\u200Bwidth', 'zero\uFFFDwidth'",
        "'soft\u00ADhyphen', 'softhyphen'",
    })
    void whatCannotBeShownIsVisiblyReplaced(String name, String shown) {
        // When
        var printed = printed(name, "Somewhere");

        // Then
        assertThat(printed.flowing()).contains(shown + " (AS64496000");
    }

    @Test
    void aHalfOfACharacterIsReplacedToo() {
        // When
        var printed = printed("a\uD83Db", "Somewhere");

        // Then
        assertThat(printed.flowing()).contains("a\uFFFDb (AS64496000");
    }

    @ParameterizedTest
    @MethodSource
    void nothingLeavesThePageHoweverLongNamesAre(String name) {
        // When
        var loa = Printed.read(LetterPdf.of(Samples.letter(new Party(name, 4_294_967_294L), everywhere(name), name)));
        var cease = Printed.read(
                LetterPdf.of(Samples.cease(new Party(name, 1), everywhere(name), "LOA-1", name, name + " " + name)));

        // Then
        for (var printed : Stream.of(loa, cease).toList()) {
            assertThat(printed.places()).isNotEmpty().allSatisfy(place -> {
                if (place.getDir() == 0) {
                    assertThat(place.getX()).isGreaterThanOrEqualTo(EDGE);
                    assertThat(place.getX() + place.getWidth()).isLessThanOrEqualTo(Canvas.FORMAT.getWidth() - EDGE);
                    assertThat(place.getY()).isBetween(EDGE / 2, Canvas.FORMAT.getHeight() - 20);
                }
            });
        }
        assertThat(loa.flowing()).contains("K7QM-3XWP-9FHT-C4NR-V6DY", "Page 1 of " + loa.pages());
    }

    static Stream<String> nothingLeavesThePageHoweverLongNamesAre() {
        return Stream.of(
                "",
                " ",
                "x",
                "Digital Realty Frankfurt FRA1-16 ".repeat(6).strip(),
                "W".repeat(63),
                "W".repeat(5_000),
                "word ".repeat(2_000),
                "شركة ".repeat(500),
                "\uD83D\uDE00".repeat(500),
                "\n\r\t\u0000".repeat(300));
    }

    @Test
    void aLongFacilityNameIsBrokenIntoLinesAndAllThere() {
        // Given
        var name = "Interxion and Digital Realty Frankfurt Campus Hanauer Landstrasse FRA1-16, Building 6, Second"
                + " Floor, Customer Meet-Me Room North";

        // When
        var printed = printed("Peer Networks", name);

        // Then
        assertThat(printed.flowing()).contains("Facility " + name.substring(0, 40), "Meet-Me Room North");
    }

    private static Printed printed(String peer, String facility) {
        return Printed.read(LetterPdf.of(Samples.letter(new Party(peer, 64_496_000), Samples.at(facility), null)));
    }

    private static Demarc everywhere(String name) {
        return new Demarc(1, name, name, name, name, name, name, name, name, name, name);
    }
}
