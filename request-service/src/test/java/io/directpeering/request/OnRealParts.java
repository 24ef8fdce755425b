package io.directpeering.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/// The service under test runs on a real broker, registry and database.
@QuarkusTestResource(
        value = ServiceBackends.class,
        initArgs = @ResourceArg(name = "database", value = "request_front"),
        restrictToAnnotatedClass = false)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnRealParts {}
