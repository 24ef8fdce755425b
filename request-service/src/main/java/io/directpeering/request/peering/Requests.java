package io.directpeering.request.peering;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;
import io.quarkus.logging.Log;
import org.jspecify.annotations.Nullable;

/// Takes requests for peerings in.
@ApplicationScoped
class Requests {

    private static final int ATTEMPTS = 5;
    private static final int CANDIDATES = 64;

    private final RequestStore store;
    private final Holders holders;
    private final Peerings peerings;
    private final Whereabouts whereabouts;

    Requests(RequestStore store, Holders holders, Peerings peerings, Whereabouts whereabouts) {
        this.store = store;
        this.holders = holders;
        this.peerings = peerings;
        this.whereabouts = whereabouts;
    }

    /// Stores a request, unless what is there speaks against it. What an ended peering still has is freed on the way.
    Acceptance accept(WantedPeering wanted, Command command) {
        @Nullable PersistenceException lost = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                var acceptance = store.store(newId(), wanted, command);
                if (!(acceptance instanceof Acceptance.Taken taken) || !freed(taken.holder())) {
                    return acceptance;
                }
            } catch (PersistenceException e) {
                // Another request came first at the same moment; the next look tells what it took.
                Log.debugf("A request met another one attempt=%d cause=%s", attempt, e.getMessage());
                lost = e;
            }
        }
        throw lost == null
                ? new IllegalStateException("What " + wanted.name() + " needs is taken again each time it is freed")
                : lost;
    }

    private boolean freed(@Nullable UUID holder) {
        return holder != null && whereabouts.of(holder).map(holders::release).orElse(false);
    }

    /// An id whose peering this instance will hold, so that the decision on it is seen here. Another one will do too:
    /// the client is then told to look for the decision itself.
    private UUID newId() {
        var id = UUID.randomUUID();
        for (int i = 0; i < CANDIDATES && peerings.find(id) instanceof Lookup.Elsewhere; i++) {
            id = UUID.randomUUID();
        }
        return id;
    }
}
