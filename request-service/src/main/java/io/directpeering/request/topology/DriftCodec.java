package io.directpeering.request.topology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.DriftKind;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.SessionDrift;
import io.directpeering.events.SessionSeen;
import io.directpeering.request.topology.drift.Episode;
import io.directpeering.request.topology.drift.Episodes.Change;
import io.directpeering.request.topology.drift.Intention;
import io.directpeering.request.topology.stored.StoredDrift;
import io.directpeering.request.topology.stored.StoredDrifts;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;
import org.jspecify.annotations.Nullable;

/// Drifts as they stand in the store and on the wire.
public final class DriftCodec {

    private DriftCodec() {}

    static StoredDrifts stored(List<Episode> them) {
        return new StoredDrifts(them.stream()
                .map(it -> new StoredDrift(it.kind().name(), it.since(), it.noticedAt(), it.wellSince(), it.raised()))
                .toList());
    }

    public static List<Episode> episodes(@Nullable StoredDrifts stored) {
        return stored == null
                ? List.of()
                : stored.getDrifts().stream()
                        .map(it -> new Episode(
                                DriftKind.valueOf(it.getKind()),
                                it.getSince(),
                                it.getNoticedAt(),
                                it.getWellSince(),
                                it.getRaised()))
                        .toList();
    }

    /// The alarm as it goes out. Its id follows from what it is about, so that saying it again is a repeat.
    static SessionDrift stated(
            PeeringSnapshot peering,
            Intention intended,
            @Nullable BgpSessionObserved seen,
            Change change,
            Instant now) {
        var episode = change.episode();
        var id = EventIds.ofDrift(
                peering.getPeeringId(),
                intended.connectionId() + "/" + intended.family(),
                episode.since().toEpochMilli(),
                episode.kind() + "/" + change.status());
        return new SessionDrift(
                new EventMetadata(
                        id,
                        peering.getPeeringId(),
                        intended.connectionId(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        Topics.REQUEST_SERVICE,
                        Topics.REQUEST_SERVICE,
                        null,
                        null),
                intended.family(),
                episode.kind(),
                change.status(),
                episode.since(),
                peering.getSequence(),
                peering.getPeer().getAsn(),
                peering.getPeeringLocation(),
                intended.routePolicy(),
                intended.maxPrefixes(),
                Optional.ofNullable(seen).map(DriftCodec::seen).orElse(null));
    }

    private static SessionSeen seen(BgpSessionObserved it) {
        return new SessionSeen(
                it.getMetadata().getOccurredAt(),
                it.getRouter(),
                it.getState(),
                it.getRoutePolicy(),
                it.getPrefixesReceived(),
                it.getLastError());
    }
}
