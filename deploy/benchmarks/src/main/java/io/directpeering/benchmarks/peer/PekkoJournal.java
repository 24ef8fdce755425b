package io.directpeering.benchmarks.peer;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.typesafe.config.ConfigFactory;
import io.directpeering.benchmarks.parts.PostgreSql;
import io.directpeering.benchmarks.peer.PekkoPeering.Take;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Event-sourced actors with a journal over JDBC, which writes the events of many actors in one batch. State is read
/// from the actor; there is no projection.
public final class PekkoJournal implements Contender {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TABLES = "/schema/postgres/postgres-create-schema.sql";

    private final PostgreSql database;
    private final ActorSystem<Take> actors;

    private PekkoJournal(PostgreSql database, ActorSystem<Take> actors) {
        this.database = database;
        this.actors = actors;
    }

    public static PekkoJournal start(Surroundings surroundings) throws IOException, SQLException {
        var database = PostgreSql.start(surroundings);
        for (var statement : tables().split(";", -1)) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
        var settings = ConfigFactory.parseMap(Map.of("jdbc-journal.slick.db.url", database.jdbcUrl()))
                .withFallback(ConfigFactory.load("pekko-journal"))
                .resolve();
        return new PekkoJournal(database, ActorSystem.create(peerings(), "benchmarks", settings));
    }

    private static String tables() throws IOException {
        try (var script = Objects.requireNonNull(PekkoJournal.class.getResourceAsStream(TABLES), TABLES)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    /// Hands each command to the peering's own actor.
    private static Behavior<Take> peerings() {
        return Behaviors.setup(context -> {
            var all = new HashMap<UUID, ActorRef<Take>>();
            return Behaviors.receiveMessage(take -> {
                all.computeIfAbsent(take.peering(), it -> context.spawn(new PekkoPeering(it), it.toString()))
                        .tell(take);
                return Behaviors.same();
            });
        });
    }

    @Override
    public void take(UUID peering, Step step) throws Exception {
        var state = AskPattern.<Take, String>ask(
                        actors, replyTo -> new Take(peering, step, replyTo), PATIENCE, actors.scheduler())
                .toCompletableFuture()
                .get();
        if (!state.equals(step.state())) {
            throw new IllegalStateException(peering + " is " + state + " after " + step);
        }
    }

    @Override
    public Map<String, Long> byState() throws SQLException {
        var bySteps = database.counts("""
                SELECT steps, count(*) FROM
                  (SELECT max(sequence_number) AS steps FROM event_journal GROUP BY persistence_id) AS each
                GROUP BY 1""");
        var counts = new HashMap<String, Long>();
        bySteps.forEach((steps, count) ->
                counts.put(Step.inOrder().get(Integer.parseInt(steps) - 1).state(), count));
        return counts;
    }

    @Override
    public List<ProcessHandle> processes() {
        return database.processes();
    }

    @Override
    public Stored stored() throws SQLException {
        return database.stored();
    }

    @Override
    public void close() throws Exception {
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
        database.close();
    }
}
