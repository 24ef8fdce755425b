package io.directpeering.provisioning.monitoring;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.RoutePolicy;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.schemas.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells bgp-session-states what was seen.
@ApplicationScoped
class Observations {

    private static final Logger LOG = Logger.getLogger(Observations.class);

    private final MutinyEmitter<BgpSessionObserved> topic;
    private final InstantSource clock;
    private final Map<UUID, UUID> peeringOf = new ConcurrentHashMap<>();

    Observations(
            @Channel("observations") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<BgpSessionObserved> topic,
            InstantSource clock) {
        this.topic = topic;
        this.clock = clock;
    }

    /// Does not wait: a look that is not told is followed by another.
    void tell(String router, UUID connectionId, Look look) {
        peering(connectionId).ifPresent(peeringId -> {
            var key = OutgoingKafkaRecordMetadata.builder()
                    .withKey(peeringId.toString())
                    .build();
            topic.sendMessage(Message.of(observed(router, peeringId, connectionId, look))
                            .addMetadata(key))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("A look was not told: cause=%s", failure));
        });
    }

    private BgpSessionObserved observed(String router, UUID peeringId, UUID connectionId, Look look) {
        var metadata = EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setPeeringId(peeringId)
                .setConnectionId(connectionId)
                .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setStatedBy(Topics.PROVISIONING_SERVICE)
                .setActor(Topics.PROVISIONING_SERVICE)
                .build();
        var seen = look.session();
        return BgpSessionObserved.newBuilder()
                .setMetadata(metadata)
                .setFamily(
                        switch (seen.family()) {
                            case IPV4 -> AddressFamily.IPv4;
                            case IPV6 -> AddressFamily.IPv6;
                        })
                .setState(BgpSessionState.valueOf(seen.state().label()))
                .setRoutePolicy(policy(look.policy()))
                .setRouter(router)
                .setPrefixesReceived(seen.prefixesReceived())
                .setPrefixesAccepted(seen.prefixesAccepted())
                .setPrefixesAdvertised(seen.prefixesAdvertised())
                .setFlaps(seen.flaps())
                .setEstablishedAt(seen.establishedAt())
                .setLastError(seen.lastError())
                .build();
    }

    private static RoutePolicy policy(@Nullable Policy policy) {
        return switch (policy) {
            case null -> RoutePolicy.NoSession;
            case DENY_ALL -> RoutePolicy.DenyAll;
            case OPEN -> RoutePolicy.Allow;
            case DRAIN -> RoutePolicy.Drain;
        };
    }

    /// Empty: a session that no connection of ours has.
    private Optional<UUID> peering(UUID connectionId) {
        return Optional.ofNullable(peeringOf.computeIfAbsent(
                connectionId,
                id -> QuarkusTransaction.requiringNew()
                        .call(() -> Connection.<Connection>findByIdOptional(id)
                                .map(connection -> connection.peeringId)
                                .orElse(null))));
    }
}
