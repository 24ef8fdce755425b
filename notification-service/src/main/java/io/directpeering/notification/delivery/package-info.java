/// One delivery per transition, recipient and channel: written in the transaction that takes the transition in
/// ([io.directpeering.notification.delivery.Announcer], and a [io.directpeering.notification.delivery.Teller] per
/// channel), sent after its commit and again until it is done
/// ([io.directpeering.notification.delivery.MailSender]; webhooks have their own), shown at `GET /deliveries`.
///
/// Rebuilding sends nothing. To read the topics again: stop the service, empty `peering_progress`,
/// `parked_transition` and `asn_contacts`, set the offsets of its consumer group to the earliest, start. Tables
/// `announced`, `delivery`, `webhook` and `told_from` stay: what was announced once is not announced again, whoever
/// would be told today ([io.directpeering.notification.delivery.Announced]). Where the database itself is new,
/// [io.directpeering.notification.delivery.ToldFrom] draws the line: what happened before is written down as told.
@NullMarked
package io.directpeering.notification.delivery;

import org.jspecify.annotations.NullMarked;
