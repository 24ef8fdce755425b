package io.directpeering.request.peering;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.apache.kafka.streams.state.HostInfo;

/// Where a peering stands that a request meets on its way: one that has the name, the place or the link that is asked
/// for. Another instance may hold it, and is asked then.
@Singleton
class Whereabouts {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Peerings peerings;
    private final Neighbours neighbours;
    private final ObjectMapper json;
    private final CurrentVertxRequest current;

    Whereabouts(Peerings peerings, Neighbours neighbours, ObjectMapper json, CurrentVertxRequest current) {
        this.peerings = peerings;
        this.neighbours = neighbours;
        this.json = json;
        this.current = current;
    }

    /// Empty: there is none, it is none of the caller's, or nobody can tell now. Whoever must be careful takes it for
    /// live then.
    Optional<PeeringView> of(UUID peeringId) {
        return switch (peerings.find(peeringId)) {
            case Lookup.Found(var known) -> Optional.of(PeeringView.of(known));
            case Lookup.Elsewhere elsewhere -> at(elsewhere.host(), peeringId);
            case Lookup.Absent _, Lookup.NotReady _ -> Optional.empty();
        };
    }

    private Optional<PeeringView> at(HostInfo holder, UUID peeringId) {
        try {
            var answer = neighbours.read(current.getCurrent(), holder, "/peerings/" + peeringId, TIMEOUT);
            return answer.statusCode() == Status.OK.getStatusCode()
                    ? Optional.of(json.readValue(answer.body(), PeeringView.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
