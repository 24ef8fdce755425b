package io.directpeering.provisioning.router.frr;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.RouterDriver;
import org.jboss.logging.Logger;

/// Opens routers that run FRR.
@ApplicationScoped
class FrrDriver implements RouterDriver {

    private static final Logger LOG = Logger.getLogger(FrrDriver.class);

    @Override
    public String name() {
        return "frr";
    }

    @Override
    public Router open(EdgeRouter router) {
        return new FrrRouter(
                router,
                FrrSettings.of(router),
                step -> LOG.debugf("A change goes on: router=%s step=%s", router.name(), step));
    }
}
