package io.directpeering.local.demo;

import java.time.Instant;
import java.util.List;

/// A story that leaves the article's main road.
interface Branch {

    /// What it shows.
    String title();

    /// Who plays: a network of its own, unless the story needs a certain one.
    default Cast cast(Instant now) {
        return Cast.at(now);
    }

    /// @throws Deviation at the first step that went otherwise
    void play(Stage stage);

    /// Every one of them.
    static List<Branch> all() {
        return List.of(
                new BeforeAsking(),
                new QuestionAndAnswer(),
                new TwoApprovals(),
                new Rejection(),
                new Withdrawal(),
                new LetterAgain(),
                new AbortAndRetry(),
                new FailedValidation(),
                new OneOfTwo(),
                new UnderMaintenance(),
                new Repeats(),
                new Adoption());
    }
}
