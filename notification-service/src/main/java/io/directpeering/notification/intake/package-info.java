/// Takes transitions in, each once and in order. A transition, its place in the sequence and the deliveries it causes
/// are one database transaction ([io.directpeering.notification.intake.Intake]).
///
/// What cannot be read goes to `notification-service-dead-letter` byte for byte with the cause in its headers, and the
/// next record is taken in. An outage of the database or the registry is waited for
/// ([io.directpeering.notification.intake.Outage]).
///
/// To rebuild: stop the service, make the database anew, set the offsets of group `notification-service` to the
/// earliest, start. The deliveries are written down again as told before; none is sent.
@NullMarked
package io.directpeering.notification.intake;

import org.jspecify.annotations.NullMarked;
