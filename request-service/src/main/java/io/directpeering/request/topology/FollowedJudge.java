package io.directpeering.request.topology;

import java.util.Objects;

import io.directpeering.traces.Handling;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// The judge in the trace of the fact that it judges. What it states goes on in that trace; what a deadline has it
/// state does not, and begins one.
///
/// Stores drop headers and the judge reads none: with traces or without, it comes to the same.
final class FollowedJudge implements Processor<String, @Nullable SpecificRecord, String, Object> {

    private final Judge judge;
    private @Nullable ProcessorContext<String, Object> context;

    FollowedJudge(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void init(ProcessorContext<String, Object> started) {
        context = started;
        judge.init(started);
    }

    @Override
    public void process(Record<String, @Nullable SpecificRecord> record) {
        handling(record).run(() -> judge.process(record));
    }

    private Handling handling(Record<String, @Nullable SpecificRecord> record) {
        var at = Objects.requireNonNull(context, "init comes first")
                .recordMetadata()
                .orElseThrow();
        return Handling.ofRecord(at.topic(), at.partition(), at.offset(), record.key(), record.headers());
    }

    @Override
    public void close() {
        judge.close();
    }
}
