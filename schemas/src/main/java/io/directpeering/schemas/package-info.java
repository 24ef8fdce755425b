/// The wire contract around the records of [io.directpeering.events]: which topic carries which record
/// ([Topics]), how a record is put on the wire and read back ([WireFormat]), the headers it travels with
/// ([CloudEventHeaders]) and how its schema gets into a registry ([SchemaRegistration]).
///
/// Subscribers in Java need nothing else of this project.
@NullMarked
package io.directpeering.schemas;

import org.jspecify.annotations.NullMarked;
