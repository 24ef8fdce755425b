/// The real parts that the suite stands on, as one process can start them: a Kafka broker, a schema registry, a
/// PostgreSQL. The local run and the tests start the same ones; they differ in where data lives and how durable
/// it is.
@NullMarked
package io.directpeering.local.parts;

import org.jspecify.annotations.NullMarked;
