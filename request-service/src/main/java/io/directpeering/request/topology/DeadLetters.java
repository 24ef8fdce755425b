package io.directpeering.request.topology;

import java.util.Map;

import io.directpeering.request.topology.census.Census;
import io.micrometer.core.instrument.Metrics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/// What becomes of records that fail: the dead letter gets them as they came, with the cause in headers
/// `__streams.errors.*`, and the next one is judged (KIP-1034). Where it is not the record's fault the thread
/// fails instead and [JudgeRuntime] replaces it: nothing is put aside.
final class DeadLetters {

    private DeadLetters() {}

    /// Streams makes the handlers itself, so they are handed no registry: the one of the process.
    private static void count(ErrorHandlerContext context) {
        Metrics.counter(Census.DEAD_LETTERS, "topic", context.topic()).increment();
    }

    /// Cannot be read: garbage, truncated, of a schema that nobody knows.
    public static final class Unreadable extends LogAndContinueExceptionHandler {
        @Override
        public Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
            if (RegistryOutage.isCauseOf(failure)) {
                return Response.fail();
            }
            count(context);
            return super.handleError(context, record, failure);
        }
    }

    /// Can be read, but not judged: without a value, under another key, no fact at all.
    public static final class Unjudgeable extends LogAndContinueProcessingExceptionHandler {
        @Override
        public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
            // Kafka's own exceptions come out of stores and sinks.
            if (failure instanceof KafkaException) {
                return Response.fail();
            }
            count(context);
            return super.handleError(context, record, failure);
        }
    }

    /// Cannot be written. The judge looks at the size of what it states before it touches anything, and its outputs
    /// fit their schemas: what fails here is the broker, the registry or a schema that nobody registered.
    public static final class Unwritable implements ProductionExceptionHandler {
        @Override
        public Response handleError(
                ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
            return failure instanceof RetriableException ? Response.retry() : Response.fail();
        }

        @Override
        @SuppressWarnings("rawtypes") // as Kafka declares it
        public Response handleSerializationError(
                ErrorHandlerContext context,
                ProducerRecord record,
                Exception failure,
                SerializationExceptionOrigin origin) {
            return Response.fail();
        }

        @Override
        public void configure(Map<String, ?> settings) {
            // Has none.
        }
    }
}
