package io.directpeering.benchmarks.floor;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.directpeering.benchmarks.work.Step;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The least that a judge does: looks where the peering stands, puts where it stands next, says so, tells who waits.
/// What stands in the store is the state, a line feed, and the terms.
final class OneStep implements Processor<String, String, String, String> {

    static final String STORE = "peerings";

    private final Map<String, CompletableFuture<String>> waiting;
    private @Nullable ProcessorContext<String, String> context;
    private @Nullable KeyValueStore<String, String> store;

    OneStep(Map<String, CompletableFuture<String>> waiting) {
        this.waiting = waiting;
    }

    static String stateOf(String value) {
        return value.substring(0, value.indexOf('\n'));
    }

    @Override
    public void init(ProcessorContext<String, String> started) {
        context = started;
        store = started.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, String> fact) {
        var peerings = Objects.requireNonNull(store);
        var next = next(peerings.get(fact.key()), fact.value());
        peerings.put(fact.key(), next);
        Objects.requireNonNull(context).forward(fact.withValue(next));
        var whoWaits = waiting.remove(fact.key());
        if (whoWaits != null) {
            whoWaits.complete(stateOf(next));
        }
    }

    private static String next(@Nullable String before, String fact) {
        if (before == null) {
            var name = Step.REQUEST.name();
            return fact.startsWith(name) ? Step.REQUEST.state() + "\n" + fact.substring(name.length()) : "refused\n";
        }
        var step = Step.valueOf(fact);
        return step.from().equals(stateOf(before)) ? step.state() + before.substring(before.indexOf('\n')) : before;
    }
}
