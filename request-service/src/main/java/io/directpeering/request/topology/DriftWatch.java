package io.directpeering.request.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.DriftKind;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.SessionDrift;
import io.directpeering.request.topology.drift.Agenda;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.drift.DriftSettings;
import io.directpeering.request.topology.drift.Drifts;
import io.directpeering.request.topology.drift.Episode;
import io.directpeering.request.topology.drift.Episodes;
import io.directpeering.request.topology.drift.Intention;
import io.directpeering.request.topology.stored.StoredDrifts;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.schemas.CloudEventHeaders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Holds what is seen of sessions against what is intended, and states alarms when they are raised and when they are
/// cleared. Looks at a session when something is heard of it, at a peering when it moves, and by the clock at those
/// that stand in the [Agenda].
final class DriftWatch implements Processor<String, DriftWatch.Heard, String, SpecificRecord> {

    /// A check holds up the facts behind it.
    private static final int LOOKS_PER_CHECK = 100;

    /// What the watch is told.
    sealed interface Heard {

        /// A peering stands like this now, or stood so when the partition was taken over.
        record Moved(PeeringSnapshot peering) implements Heard {}

        /// A session of one of its connections was looked at.
        record Seen(PeeringSnapshot peering, ConnectionSnapshot connection, BgpSessionObserved look) implements Heard {}
    }

    private final DriftSettings settings;
    private final AlarmBoard board;
    private Agenda agenda = new Agenda();
    private AlarmBoard.@Nullable Share alarms;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable KeyValueStore<String, StoredPeering> peerings;
    private @Nullable KeyValueStore<String, BgpSessionObserved> sessions;
    private @Nullable KeyValueStore<String, StoredDrifts> drifts;

    DriftWatch(DriftSettings settings, AlarmBoard board) {
        this.settings = settings;
        this.board = board;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> started) {
        context = started;
        peerings = started.getStateStore(Stores.PEERINGS);
        sessions = started.getStateStore(Stores.SESSIONS);
        drifts = started.getStateStore(Stores.DRIFTS);
        agenda = new Agenda();
        alarms = board.begin();
        countAlarms();
        started.schedule(settings.checkInterval(), PunctuationType.WALL_CLOCK_TIME, this::check);
    }

    /// Those that were out when the partition came here.
    private void countAlarms() {
        try (var all = opened(drifts).all()) {
            while (all.hasNext()) {
                var next = all.next();
                var peering = opened(peerings)
                        .get(next.key.substring(0, next.key.indexOf('/')))
                        .snapshot();
                DriftCodec.episodes(next.value).stream()
                        .filter(Episode::raised)
                        .forEach(it -> opened(alarms).found(peering.getPeeringLocation(), it.kind()));
            }
        }
    }

    @Override
    public void process(Record<String, Heard> record) {
        switch (record.value()) {
            case Heard.Moved(var peering) -> look(peering);
            case Heard.Seen(var peering, var connection, var seen) ->
                look(peering, connection, Intention.of(peering, connection, seen.getFamily()), seen);
        }
    }

    private void check(long nowMs) {
        for (var peeringId : agenda.takeDue(Instant.ofEpochMilli(nowMs), LOOKS_PER_CHECK)) {
            var peering = opened(peerings).get(peeringId.toString());
            if (peering != null) {
                look(peering.snapshot());
            }
        }
    }

    private void look(PeeringSnapshot peering) {
        var seen = new ArrayList<BgpSessionObserved>();
        var prefix = Stores.sessionsOf(peering.getPeeringId());
        try (var entries = opened(sessions).prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> seen.add(entry.value));
        }
        for (var connection : peering.getConnections()) {
            for (var intended : Intention.of(peering, connection, seen)) {
                look(peering, connection, intended, latest(intended, seen));
            }
        }
    }

    private void look(
            PeeringSnapshot peering,
            ConnectionSnapshot connection,
            Intention intended,
            @Nullable BgpSessionObserved seen) {
        var now = Instant.ofEpochMilli(opened(context).currentSystemTimeMs());
        var key = Stores.session(peering.getPeeringId(), connection.getConnectionId(), intended.family());
        var before = DriftCodec.episodes(opened(drifts).get(key));
        if (before.isEmpty() && !intended.alarming()) {
            return;
        }
        var drifting = Drifts.of(intended, seen, now, settings.staleAfter());
        var after =
                Episodes.after(before, drifting, intended.alarming(), began(peering, intended, seen), now, settings);
        if (!after.now().equals(before)) {
            opened(drifts).put(key, after.now().isEmpty() ? null : DriftCodec.stored(after.now()));
        }
        for (var change : after.changes()) {
            state(DriftCodec.stated(peering, intended, seen, change, now));
        }
        if (intended.alarming()) {
            after.due(settings).ifPresent(at -> agenda.lookAt(at, peering.getPeeringId()));
            var stale = Drifts.staleFrom(intended, seen, settings.staleAfter());
            if (stale.isAfter(now)) {
                agenda.lookAt(stale, peering.getPeeringId());
            }
        }
    }

    /// Not before the peering came to stand as it does: after a maintenance the same look can show another drift.
    private Function<DriftKind, Instant> began(
            PeeringSnapshot peering, Intention intended, @Nullable BgpSessionObserved seen) {
        return kind -> {
            var shown = kind == DriftKind.Stale || seen == null
                    ? Drifts.staleFrom(intended, seen, settings.staleAfter())
                    : seen.getMetadata().getOccurredAt();
            return shown.isBefore(peering.getUpdatedAt()) ? peering.getUpdatedAt() : shown;
        };
    }

    private void state(SessionDrift drift) {
        var metadata = drift.getMetadata();
        var headers = new RecordHeaders();
        CloudEventHeaders.add(headers, drift);
        opened(context)
                .forward(new Record<>(
                        metadata.getPeeringId().toString(),
                        drift,
                        metadata.getOccurredAt().toEpochMilli(),
                        headers));
        opened(alarms).changed(drift.getPeeringLocation(), drift.getKind(), drift.getStatus());
    }

    private static @Nullable BgpSessionObserved latest(Intention intended, List<BgpSessionObserved> seen) {
        return seen.stream()
                .filter(look -> look.getFamily() == intended.family())
                .filter(look ->
                        intended.connectionId().equals(look.getMetadata().getConnectionId()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        if (alarms != null) {
            alarms.close();
        }
    }

    private static <T> T opened(@Nullable T part) {
        return Objects.requireNonNull(part, "init comes first");
    }
}
