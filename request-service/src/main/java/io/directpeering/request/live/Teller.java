package io.directpeering.request.live;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.intake.UnreadableRecord;
import io.directpeering.intake.WireReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Puts what stands in the log into words.
@ApplicationScoped
class Teller {

    private static final Logger LOG = Logger.getLogger(Teller.class);

    private final WireReader wire;
    private final ObjectMapper json;

    Teller(WireReader wire, ObjectMapper json) {
        this.wire = wire;
        this.json = json;
    }

    /// Empty: it is nothing to tell, now or later.
    ///
    /// @throws RuntimeException the registry is away; it may be read later
    Optional<Told> tell(int slot, ConsumerRecord<byte[], byte[]> record) {
        try {
            return switch (wire.read(record.value(), SpecificRecord.class)) {
                case PeeringTransitioned it -> Optional.of(transition(slot, record.offset(), it));
                case FactRefused it -> Optional.of(refusal(slot, record.offset(), it));
                // A newer release may put other records here; whoever reads this stream does not know them.
                case SpecificRecord _ -> Optional.empty();
            };
        } catch (UnreadableRecord e) {
            LOG.warnf(
                    e,
                    "Record of the log cannot be told live. topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
            return Optional.empty();
        }
    }

    private Told transition(int slot, long offset, PeeringTransitioned it) {
        var view = Views.Transition.of(it);
        return new Told(slot, offset, view.peeringId(), view.peerAsn(), view.state(), name(it), text(view));
    }

    private Told refusal(int slot, long offset, FactRefused it) {
        var view = Views.Refusal.of(it);
        return new Told(slot, offset, view.peeringId(), null, null, name(it), text(view));
    }

    private static String name(SpecificRecord it) {
        return it.getSchema().getName();
    }

    private String text(Views view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view cannot be written as JSON: " + view, e);
        }
    }
}
