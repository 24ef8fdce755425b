package io.directpeering.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.schemas.Topics;

/// The demo as a whole: the walk, then what it left in the mail folder and in the log.
public final class Demonstration {

    /// How far the clocks of one machine may be apart: not at all, but a record's time is its producer's.
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /// DELETE in ProvisioningStarted and in ProvisioningCompleted.
    private static final int REFUSALS = 2;

    private Demonstration() {}

    /// Runs it.
    ///
    /// @param live is told each step as it happens
    /// @throws Deviation the suite did something else than the life cycle says
    public static Report run(Layout layout, InstantSource clock, Consumer<Timeline.Entry> live)
            throws IOException, InterruptedException {
        var since = clock.instant().minus(MARGIN);
        var api = new Api(layout.url(Port.GATEWAY), new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER)));
        var timeline = new Timeline(live);
        var cast = Cast.at(clock.instant());
        var walk = new Walk(api, timeline, cast);
        var peering = walk.play();
        var mails = Mails.sent(api, layout.mails(), peering, cast, walk.sequence());
        var history = new History(
                EventLog.of(layout, Topics.PEERING_EVENTS, peering, since),
                EventLog.of(layout, Topics.PEERING_TRANSITIONS, peering, since).stream()
                        .map(PeeringTransitioned.class::cast)
                        .toList(),
                EventLog.of(layout, Topics.PEERING_REFUSALS, peering, since).stream()
                        .map(FactRefused.class::cast)
                        .toList());
        history.check(walk.sequence(), REFUSALS);
        return new Report(peering, timeline.entries(), mails, history.transitions());
    }
}
