package io.directpeering.request.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// One fact of a random story, to be made from whatever a test judges.
///
/// @param word         the fact's name on the wire
/// @param answersBack  it answers the transition this many before the latest; null: none
/// @param expectsOff   it expects a sequence that is off by this; null: any
/// @param number       its identity: said again under one number it is a repeat
public record Said(
        String word,
        About about,
        @Nullable Integer answersBack,
        @Nullable Integer expectsOff,
        int number) {

    /// What it is about.
    public enum About {
        WHOLE,
        FIRST,
        SECOND,
        /// A connection that there is not.
        STRANGER
    }

    private static final List<String> LIFE = List.of(
            "Approved",
            "LoaIssued",
            "WiringCompleted",
            "BgpSessionProvisioned",
            "BgpValidationFailed",
            "RetryRequested",
            "WiringCompleted",
            "BgpSessionProvisioned",
            "BgpValidated",
            "TrafficOpened",
            "MaintenanceAnnounced",
            "MaintenanceStarted",
            "MaintenanceCompleted",
            "TrafficOpened",
            "DeprovisionRequested",
            "Deprovisioned");

    /// Stories: a life as it should be, up to some point, and then mostly what could come next, sometimes anything;
    /// some of it late, about a stranger, expecting too much, or said twice.
    ///
    /// @param besides other words that may come in between
    public static Arbitrary<List<Said>> stories(String... besides) {
        var any = Stream.concat(Given.FACTS.keySet().stream().sorted(), Stream.of(besides))
                .toList();
        var word = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(LIFE)), Tuple.of(2, Arbitraries.of(any)));
        var about = Arbitraries.frequency(
                Tuple.of(12, About.WHOLE),
                Tuple.of(5, About.FIRST),
                Tuple.of(5, About.SECOND),
                Tuple.of(1, About.STRANGER));
        var back = Arbitraries.integers().between(0, 8).injectNull(0.8);
        var off = Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, -1), Tuple.of(1, 1))
                .injectNull(0.8);
        var number = Arbitraries.integers().between(1, 60);
        var opening = Arbitraries.of("PeeringRequested", "LegacyConversionRequested");
        var orderly = Arbitraries.integers().between(0, LIFE.size());
        var later = Combinators.combine(word, about, back, off, number).as(Said::new);
        return Combinators.combine(opening, orderly, later.list().ofMinSize(1).ofMaxSize(40))
                .as(Said::story);
    }

    private static List<Said> story(String opening, int orderly, List<Said> rest) {
        var all = new ArrayList<Said>();
        all.add(orderly(opening, 0));
        for (int step = 0; step < orderly; step++) {
            all.add(orderly(LIFE.get(step), step + 1));
        }
        all.addAll(rest);
        return all;
    }

    private static Said orderly(String word, int step) {
        return new Said(word, About.WHOLE, null, null, 61 + step);
    }

    /// What the fact answers where the latest transition is this one.
    public @Nullable Long answers(long sequence) {
        return answersBack == null ? null : Math.max(1, sequence - answersBack);
    }

    /// What it expects where the latest transition is this one.
    public @Nullable Long expects(long sequence) {
        return expectsOff == null ? null : Math.max(0, sequence + expectsOff);
    }
}
