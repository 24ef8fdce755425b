package io.directpeering.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.local.cluster.Brokers;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.schemas.Topics;

/// The demo as a whole: the stories, then what they left in the mail folder and in the log.
public final class Demonstration {

    /// How far the clocks of one machine may be apart: not at all, but a record's time is its producer's.
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /// DELETE in ProvisioningStarted and in ProvisioningCompleted.
    private static final int REFUSALS = 2;

    private final Layout layout;
    private final Brokers brokers;
    private final InstantSource clock;
    private final Api api;

    /// @throws IOException the issuer's key cannot be read
    public Demonstration(Layout layout, Brokers brokers, InstantSource clock) throws IOException {
        this.layout = layout;
        this.brokers = brokers;
        this.clock = clock;
        this.api = new Api(layout.url(Port.GATEWAY), new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER)));
    }

    /// The article's story.
    ///
    /// @param live is told each step as it happens
    /// @throws Deviation the suite did something else than the life cycle says
    public Report run(Consumer<Timeline.Entry> live) throws IOException, InterruptedException {
        var since = clock.instant().minus(MARGIN);
        var timeline = new Timeline(live);
        var cast = Cast.at(clock.instant());
        var stage = new Stage(api, timeline, cast);
        new Walk(stage, Lab.of(layout)).play();
        var mails = Mails.sent(api, layout.mails(), stage.peering(), cast, stage.sequence());
        var history = history(stage.peering(), since);
        history.check(stage.sequence(), REFUSALS);
        return new Report(stage.peering(), timeline.entries(), mails, history.transitions());
    }

    /// A story that leaves the main road.
    ///
    /// @param peering id; blank where it was about none
    public record Told(String title, String peering, List<Timeline.Entry> timeline) {}

    /// Every branch of the life cycle.
    ///
    /// @param titles is told what comes next
    /// @param live   is told each step as it happens
    /// @throws Deviation the suite did something else than the life cycle says
    public List<Told> branches(Consumer<String> titles, Consumer<Timeline.Entry> live)
            throws IOException, InterruptedException {
        var told = new ArrayList<Told>();
        for (var branch : Branch.all()) {
            titles.accept(branch.title());
            var since = clock.instant().minus(MARGIN);
            var timeline = new Timeline(live);
            var stage = new Stage(api, timeline, branch.cast(clock.instant()));
            branch.play(stage);
            if (!stage.peering().isBlank()) {
                history(stage.peering(), since).checkNumbersAndPolicies();
            }
            told.add(new Told(branch.title(), stage.peering(), timeline.entries()));
        }
        return told;
    }

    private History history(String peering, Instant since) throws IOException {
        return new History(
                EventLog.of(layout, brokers, Topics.PEERING_EVENTS, peering, since),
                EventLog.of(layout, brokers, Topics.PEERING_TRANSITIONS, peering, since).stream()
                        .map(PeeringTransitioned.class::cast)
                        .toList(),
                EventLog.of(layout, brokers, Topics.PEERING_REFUSALS, peering, since).stream()
                        .map(FactRefused.class::cast)
                        .toList());
    }
}
