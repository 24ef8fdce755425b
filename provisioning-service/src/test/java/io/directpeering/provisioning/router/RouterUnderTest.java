package io.directpeering.provisioning.router;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// A router, what can be done to it, and how its state is waited for.
public abstract class RouterUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    protected static final Duration STEP = Duration.ofMillis(50);
    protected static final FamilySpec V4 = new FamilySpec(Family.IPV4, "198.51.100.0", "198.51.100.1", 31, 1000);
    protected static final FamilySpec V6 = new FamilySpec(Family.IPV6, "2001:db8::", "2001:db8::1", 127, 100);

    protected final UUID connection = UUID.randomUUID();
    protected final SessionSpec spec = spec(V4, V6);

    /// The process that changed a router is gone.
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    protected abstract Router router();

    /// A port that the router has.
    protected abstract String port();

    /// The router by way of a process that dies, or whose way to the router breaks, after this step of the next change.
    protected abstract Router dyingAfter(int step);

    protected abstract void cutOff();

    protected abstract void mend();

    /// The router's software dies and comes up again.
    protected abstract void restart();

    protected abstract void letTimePass(Duration time);

    /// Routes that the peer was ever told over the sessions that are up; empty: there is no peer to ask.
    protected abstract Optional<Integer> everHeardByPeer();

    /// What the router says of everything that it has, in its own words.
    protected abstract String inItsOwnWords();

    protected static void letsNothingThrough(SessionSighting session) {
        assertThat(session.prefixesAccepted() + session.prefixesAdvertised()).isZero();
    }

    protected static void dying(Runnable change) {
        try {
            change.run();
        } catch (Killed e) {
            // As intended.
        }
    }

    protected final void comesToSpec(SessionSpec wanted, Policy policy) {
        assertThat(router().apply(wanted, policy)).isInstanceOf(Answer.Done.class);
        assertThat(sighting().specHash()).isEqualTo(wanted.hash());
        assertThat(sighting().policy()).isEqualTo(policy);
        assertThat(sighting().sessions()).hasSize(wanted.families().size());
    }

    protected final SessionSpec spec(FamilySpec... families) {
        return new SessionSpec(connection, port(), 64_500, 64_000, new Authentication.None(), List.of(families));
    }

    protected final void establishes() {
        eventually(seen -> assertThat(seen.sessions())
                .isNotEmpty()
                .extracting(SessionSighting::state)
                .containsOnly(BgpState.ESTABLISHED));
    }

    /// Until routes have gone where they may, and two looks show the same.
    protected final void settles() {
        eventually(seen -> assertThat(seen.sessions()).allSatisfy(session -> {
            assertThat(session.prefixesReceived()).isPositive();
            if (seen.policy() != Policy.DENY_ALL) {
                assertThat(session.prefixesAccepted()).isPositive();
                assertThat(session.prefixesAdvertised()).isPositive();
            }
        }));
        var first = new ArrayList<Sighting>(List.of(sighting()));
        letTimePass(Duration.ofMillis(400));
        eventually(seen -> {
            letTimePass(STEP.multipliedBy(4));
            var before = first.getFirst();
            first.set(0, seen);
            assertThat(seen).isEqualTo(before);
        });
    }

    protected final List<java.time.@Nullable Instant> established() {
        return sighting().sessions().stream()
                .<java.time.@Nullable Instant>map(SessionSighting::establishedAt)
                .toList();
    }

    protected final List<Integer> flaps() {
        return sighting().sessions().stream().map(SessionSighting::flaps).toList();
    }

    protected final void eventually(ThrowingConsumer<Sighting> holds) {
        var passed = Duration.ZERO;
        while (true) {
            try {
                holds.accept(sighting());
                return;
            } catch (AssertionError e) {
                if (passed.compareTo(PATIENCE) >= 0) {
                    throw e;
                }
                letTimePass(STEP);
                passed = passed.plus(STEP);
            }
        }
    }

    protected final Optional<Sighting> found() {
        return done(router().observe(connection));
    }

    protected final List<Sighting> everything() {
        return done(router().observe());
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done(var value) -> value;
            case Answer.Failed<T> failed -> throw new AssertionError(failed.reason());
        };
    }

    protected final Sighting sighting() {
        return found().orElseThrow();
    }
}
