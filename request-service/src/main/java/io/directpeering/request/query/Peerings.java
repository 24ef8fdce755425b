package io.directpeering.request.query;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/// Where peerings stand, out of the judge's stores on this instance.
@ApplicationScoped
public class Peerings {

    /// Where this peering stands.
    public Lookup find(UUID peeringId) {
        return new Lookup.NotReady("The judge has not been started.");
    }

    /// The peerings of this instance that pass the filter.
    public Listing list(Filter filter) {
        return new Listing.NotReady("The judge has not been started.");
    }
}
