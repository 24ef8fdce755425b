package io.directpeering.benchmarks.peer;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.directpeering.benchmarks.parts.PostgreSql;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.benchmarks.work.Terms;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/// A workflow engine: a process instance per peering, a receive task per step, with the audit history that a regulator
/// would ask for. Whoever takes a step knows the instance, as if its id stood in the request.
public final class FlowableEngine implements Contender {

    private static final String PROCESS = "peering";

    private final PostgreSql database;
    private final ProcessEngine engine;
    private final Map<UUID, String> instances = new ConcurrentHashMap<>();

    private FlowableEngine(PostgreSql database, ProcessEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    public static FlowableEngine start(Surroundings surroundings) throws IOException {
        var database = PostgreSql.start(surroundings);
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(database.pool());
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistoryLevel(HistoryLevel.AUDIT);
        settings.setAsyncExecutorActivate(false);
        settings.setDisableIdmEngine(true);
        settings.setDisableEventRegistry(true);
        var engine = settings.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("peering.bpmn20.xml")
                .deploy();
        return new FlowableEngine(database, engine);
    }

    @Override
    public void take(UUID peering, Step step) {
        if (step == Step.REQUEST) {
            var instance = engine.getRuntimeService()
                    .startProcessInstanceByKey(PROCESS, peering.toString(), Map.of("terms", Terms.of(peering)));
            instances.put(peering, instance.getId());
            return;
        }
        var waiting = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instances.get(peering))
                .activityId(step.name())
                .singleResult();
        if (waiting == null) {
            throw new IllegalStateException(peering + " is not " + step.from());
        }
        engine.getRuntimeService().trigger(waiting.getId());
    }

    @Override
    public Map<String, Long> byState() {
        var counts = new HashMap<String, Long>();
        var history = engine.getHistoryService();
        put(
                counts,
                Step.REMOVE,
                history.createHistoricActivityInstanceQuery()
                        .activityId("removed")
                        .count());
        for (var step : Step.inOrder()) {
            if (step != Step.REQUEST) {
                var waiting = engine.getRuntimeService()
                        .createExecutionQuery()
                        .activityId(step.name())
                        .count();
                put(counts, Step.inOrder().get(step.ordinal() - 1), waiting);
            }
        }
        return counts;
    }

    private static void put(Map<String, Long> counts, Step step, long count) {
        if (count > 0) {
            counts.put(step.state(), count);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return database.processes();
    }

    @Override
    public Stored stored() throws Exception {
        return database.stored();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        database.close();
    }
}
