package io.directpeering.backends;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the [Backends] to a JUnit test that asks for them as a parameter.
public final class BackendsExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Backends.class;
    }

    @Override
    public Backends resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Backends.shared();
    }
}
