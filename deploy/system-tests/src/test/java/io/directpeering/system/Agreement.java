package io.directpeering.system;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What the changes in the log add up to, held against what is told of it in two other places: by the API, out of the
/// stores, and by the tables for analysts.
final class Agreement implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<PeeringTransitioned> transitions;
    private final Api api;
    private final Connection tables;

    private Agreement(List<PeeringTransitioned> transitions, Api api, Connection tables) {
        this.transitions = transitions;
        this.api = api;
        this.tables = tables;
    }

    /// Reads the log as it is now.
    static Agreement of(Suite suite) throws IOException, SQLException {
        var log = new EventLog(suite.kafka(), suite.registryUrl());
        return new Agreement(
                log.all(Topics.PEERING_TRANSITIONS, PeeringTransitioned.class),
                suite.as(Person.operator("operator@example.net")),
                DriverManager.getConnection(
                        suite.jdbcUrl("analysis") + "?currentSchema=analysis", "peering", suite.databasePassword()));
    }

    /// How a peering stands: how many transitions it has had, and the state of each connection.
    private record Standing(long sequence, Map<UUID, String> connections) {

        static final Standing NONE = new Standing(0, Map.of());
    }

    /// Every peering stands alike in all three places.
    void holdsNow() throws SQLException {
        var folded = folded(Instant.MAX);
        assertThat(tabledNow()).as("tables, now").isEqualTo(folded);
        folded.forEach((peering, standing) ->
                assertThat(told(peering, "")).as("API, %s now", peering).isEqualTo(standing));
    }

    /// These peerings stood alike at each of so many instants of the past, and so did the number of connections in each
    /// state. Every other instant is that of a transition, to the millisecond.
    void heldAt(int instants, Collection<UUID> peerings) throws SQLException {
        for (var instant : sampled(instants)) {
            var folded = folded(instant);
            assertThat(tabled(instant)).as("tables at %s", instant).isEqualTo(folded);
            assertThat(counts(instant)).as("counts at %s", instant).isEqualTo(byState(folded));
            for (var peering : peerings) {
                assertThat(told(peering, "?asOf=" + instant))
                        .as("API, %s at %s", peering, instant)
                        .isEqualTo(folded.getOrDefault(peering, Standing.NONE));
            }
        }
    }

    private List<Instant> sampled(int number) {
        var times = transitions.stream().map(Agreement::at).sorted().toList();
        var first = times.getFirst().toEpochMilli();
        var last = times.getLast().toEpochMilli();
        var seed = System.nanoTime();
        System.out.printf("instants of the past by seed %d%n", seed);
        var chance = new SplittableRandom(seed);
        return IntStream.range(0, number)
                .mapToObj(each -> each % 2 == 0
                        ? times.get(chance.nextInt(times.size()))
                        : Instant.ofEpochMilli(chance.nextLong(first, last)))
                .toList();
    }

    private static Instant at(PeeringTransitioned transition) {
        return transition.getSnapshot().getUpdatedAt();
    }

    /// By the changes alone, one after the other: what snapshots say is not looked at.
    private Map<UUID, Standing> folded(Instant until) {
        var standing = new HashMap<UUID, Standing>();
        transitions.stream()
                .filter(each -> !at(each).isAfter(until))
                .forEach(each -> standing.merge(
                        each.getMetadata().getPeeringId(),
                        moved(Standing.NONE, each),
                        (before, _) -> moved(before, each)));
        return standing;
    }

    private static Standing moved(Standing before, PeeringTransitioned by) {
        var connections = new TreeMap<>(before.connections());
        by.getChanges()
                .forEach(change ->
                        connections.put(change.getConnectionId(), change.getTo().name()));
        return new Standing(before.sequence() + 1, connections);
    }

    private static Map<String, Long> byState(Map<UUID, Standing> standing) {
        return standing.values().stream()
                .flatMap(each -> each.connections().values().stream())
                .collect(groupingBy(state -> state, counting()));
    }

    private Standing told(UUID peering, String when) {
        var answer = asked("/peerings/" + peering + when);
        return answer.status() == 404
                ? Standing.NONE
                : new Standing(
                        answer.body().at("/sequence").asLong(),
                        answer.body()
                                .at("/connections")
                                .valueStream()
                                .collect(Collectors.toMap(
                                        each -> UUID.fromString(
                                                each.at("/connectionId").asText()),
                                        each -> each.at("/state").asText())));
    }

    private Map<String, Long> counts(Instant at) {
        var answer = asked("/peerings/counts?by=connectionState&asOf=" + at);
        assertThat(answer.status()).as("counts at %s: %s", at, answer).isEqualTo(200);
        return answer.body()
                .at("/groups")
                .valueStream()
                .collect(Collectors.toMap(
                        group -> group.at("/of/connectionState").asText(),
                        group -> group.at("/connections").asLong()));
    }

    /// What was just killed is not asked in vain for long.
    private Api.Answer asked(String path) {
        return await(path)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> api.get(path), answer -> answer.status() == 200 || answer.status() == 404);
    }

    private Map<UUID, Standing> tabledNow() throws SQLException {
        return tabled(
                "SELECT peering_id, sequence FROM peerings",
                "SELECT peering_id, connection_id, state FROM connections");
    }

    private Map<UUID, Standing> tabled(Instant at) throws SQLException {
        return tabled(
                "SELECT peering_id, count(*) FROM transitions WHERE logged_at <= timestamptz '" + at + "' GROUP BY 1",
                "SELECT peering_id, connection_id, state FROM stays WHERE during @> timestamptz '" + at + "'");
    }

    private Map<UUID, Standing> tabled(String sequences, String connections) throws SQLException {
        var states = new HashMap<UUID, Map<UUID, String>>();
        var standing = new HashMap<UUID, Standing>();
        try (var statement = tables.createStatement()) {
            try (var rows = statement.executeQuery(connections)) {
                while (rows.next()) {
                    states.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new TreeMap<>())
                            .put(rows.getObject(2, UUID.class), rows.getString(3));
                }
            }
            try (var rows = statement.executeQuery(sequences)) {
                while (rows.next()) {
                    var peering = rows.getObject(1, UUID.class);
                    standing.put(peering, new Standing(rows.getLong(2), states.getOrDefault(peering, Map.of())));
                }
            }
        }
        return standing;
    }

    @Override
    public void close() throws SQLException {
        tables.close();
    }
}
