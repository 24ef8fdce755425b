package io.directpeering.provisioning.router;

import io.directpeering.provisioning.catalogue.EdgeRouter;

/// Speaks to routers of one kind.
public interface RouterDriver {

    /// As the catalogue names it.
    String name();

    Router open(EdgeRouter router);
}
