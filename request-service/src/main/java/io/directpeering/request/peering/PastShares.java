package io.directpeering.request.peering;

import java.util.Optional;
import java.util.function.Function;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.Gathering;
import io.directpeering.request.query.QuerySettings;
import io.directpeering.request.query.Question;
import io.directpeering.request.query.Share;
import io.directpeering.request.query.past.Archive;

/// [Shares] of the history, whose partitions other instances may hold than those of the present.
@Singleton
class PastShares {

    private final Gathering gathering;
    private final Shares shares;

    PastShares(Archive archive, QuerySettings settings, Shares shares) {
        this.gathering = new Gathering(archive, settings.patience());
        this.shares = shares;
    }

    /// As [Shares#answer].
    <T> Response answer(
            Class<T> type, Function<Question, Optional<Share<T>>> here, Function<Gathered.Whole<T>, Response> told) {
        return shares.answer(gathering, type, here, told);
    }
}
