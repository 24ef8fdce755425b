package io.directpeering.request.topology;

import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.microsoft.kiota.ApiException;
import io.vertx.core.VertxException;

/// Tells a registry that does not answer from a record that cannot be read. The first passes, so nothing may be
/// put aside for it; the second never does.
final class RegistryOutage {

    /// Answers of a registry that is well. With others, about access, load or itself, it could not say.
    private static final Set<Integer> KNOWS_NO_SUCH_SCHEMA = Set.of(400, 404);

    private RegistryOutage() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(RegistryOutage::isOutage);
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case ApiException answer -> !KNOWS_NO_SUCH_SCHEMA.contains(answer.getResponseStatusCode());
            case EOFException _ -> false; // the record's bytes end too early
            case IOException _, TimeoutException _, VertxException _, InterruptedException _ -> true;
            default -> false;
        };
    }
}
