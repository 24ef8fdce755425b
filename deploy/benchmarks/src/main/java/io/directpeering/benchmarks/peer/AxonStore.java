package io.directpeering.benchmarks.peer;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.benchmarks.parts.PostgreSql;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.benchmarks.work.Terms;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/// An event-sourcing framework: an event store over JDBC and a projection in the same transaction. Aggregates are kept
/// in memory, so no step reads its history again.
public final class AxonStore implements Contender {

    private final PostgreSql database;
    private final Configuration axon;

    private AxonStore(PostgreSql database, Configuration axon) {
        this.database = database;
        this.axon = axon;
    }

    public static AxonStore start(Surroundings surroundings) throws IOException, SQLException {
        var database = PostgreSql.start(surroundings);
        database.execute(AxonProjection.TABLE);
        createEventTables(database);
        // The unit of work commits it, and with it the event and the projection.
        var connections = new UnitOfWorkAwareConnectionProviderWrapper(() -> {
            var connection = database.pool().getConnection();
            connection.setAutoCommit(false);
            return connection;
        });
        var axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> JacksonSerializer.defaultSerializer())
                .configureEmbeddedEventStore(it -> engine(it, connections))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(AxonPeering.class)
                        .configureWeakReferenceCache())
                .eventProcessing(it ->
                        it.usingSubscribingEventProcessors().registerEventHandler(_ -> new AxonProjection(connections)))
                .start();
        return new AxonStore(database, axon);
    }

    private static EventStorageEngine engine(Configuration axon, ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .eventSerializer(axon.eventSerializer())
                .snapshotSerializer(axon.serializer())
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    private static void createEventTables(PostgreSql database) throws SQLException {
        var schema = new EventSchema();
        try (var connection = database.pool().getConnection();
                var events = PostgresEventTableFactory.INSTANCE.createDomainEventTable(connection, schema);
                var snapshots = PostgresEventTableFactory.INSTANCE.createSnapshotEventTable(connection, schema)) {
            events.execute();
            snapshots.execute();
        }
    }

    @Override
    public void take(UUID peering, Step step) {
        var id = peering.toString();
        axon.commandGateway()
                .sendAndWait(
                        step == Step.REQUEST
                                ? new AxonPeering.Request(id, Terms.of(peering))
                                : new AxonPeering.Take(id, step));
    }

    @Override
    public Map<String, Long> byState() throws SQLException {
        var events = database.counts("SELECT 'events', count(*) FROM DomainEventEntry")
                .getOrDefault("events", 0L);
        var peerings = database.counts("SELECT state, count(*) FROM peering GROUP BY 1");
        var told =
                peerings.getOrDefault(Step.REMOVE.state(), 0L) * Step.inOrder().size();
        if (events != told) {
            throw new IllegalStateException(
                    "The store has %d events, the projection tells of %d".formatted(events, told));
        }
        return peerings;
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
    public void close() throws IOException {
        axon.shutdown();
        database.close();
    }
}
