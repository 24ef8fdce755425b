package io.directpeering.traces;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/// Has traces made where somebody receives them, and only there: the one setting is the receiver's address.
public final class OffWithoutReceiver implements ConfigSourceInterceptor {

    /// URL of an OTLP receiver.
    static final String RECEIVER = "peering.traces.endpoint";

    private static final String OFF = "quarkus.otel.sdk.disabled";

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        if (!OFF.equals(name) || value == null) {
            return value;
        }
        var receiver = context.proceed(RECEIVER);
        var named = receiver != null
                && receiver.getValue() != null
                && !receiver.getValue().isBlank();
        return value.withValue(String.valueOf(!named));
    }
}
