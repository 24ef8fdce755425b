/// The webhook channel, by the Standard Webhooks specification: peers and the operator register an address
/// ([io.directpeering.notification.webhook.WebhooksResource]), and each transition it asked for is written down for
/// it in the transaction that takes the transition in ([io.directpeering.notification.webhook.WebhookTeller]) and
/// posted after the commit ([io.directpeering.notification.webhook.WebhookSender]).
///
/// What is promised: every transition from the registration on, at least once, under one `webhook-id` that follows
/// from peering, sequence and webhook. Of one peering in the order of its sequence, each not before the one before it
/// was taken or given up; messages replayed by hand come when they come. Between peerings there is no order. What a
/// webhook does not take is tried again for a day, then the webhook is disabled and its owner told by mail; so it is
/// at once where it answers 410. While it is disabled nothing is written down for it.
///
/// Secrets are kept sealed ([io.directpeering.notification.webhook.SecretSeal]) and shown once, or again to whoever
/// sends the same command under the same key. Registrations stand in no topic: a rebuild keeps table webhook. A ping by
/// hand ([io.directpeering.notification.webhook.Pings]) is posted once, whatever comes of it.
@NullMarked
package io.directpeering.notification.webhook;

import org.jspecify.annotations.NullMarked;
