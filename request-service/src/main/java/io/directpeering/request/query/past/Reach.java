package io.directpeering.request.query.past;

import java.util.Optional;
import jakarta.inject.Singleton;

import io.directpeering.request.query.Freshness;
import io.directpeering.request.topology.history.HistorianRuntime;

/// How recent what the historian knows is.
@Singleton
class Reach {

    private final HistorianRuntime historian;

    Reach(HistorianRuntime historian) {
        this.historian = historian;
    }

    /// Of a partition, as far as is known now; to be asked before the stores are read, which hold no less then. Empty:
    /// it has not been read to an end yet.
    Optional<Freshness> of(int partition) {
        return historian.readUpTo().of(partition).map(it -> new Freshness(it.at(), it.behind(), false));
    }
}
