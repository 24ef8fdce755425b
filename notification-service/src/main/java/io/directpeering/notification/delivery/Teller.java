package io.directpeering.notification.delivery;

import io.directpeering.events.PeeringTransitioned;

/// A channel's way of writing a transition down for whom it concerns.
public interface Teller {

    /// Part of the transaction that takes the transition in; called once for each. Writes rows, sends nothing.
    ///
    /// @param status what the rows begin as: to be sent, or told before
    void tell(PeeringTransitioned transition, DeliveryStatus status);
}
