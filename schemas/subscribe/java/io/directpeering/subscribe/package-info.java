/// A subscriber in Java: the jar of the contract and the Kafka client are all it takes.
@NullMarked
package io.directpeering.subscribe;

import org.jspecify.annotations.NullMarked;
