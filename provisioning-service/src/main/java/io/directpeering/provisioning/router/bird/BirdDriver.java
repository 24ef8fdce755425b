package io.directpeering.provisioning.router.bird;

import java.time.InstantSource;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.RouterDriver;
import org.jboss.logging.Logger;

/// Opens routers that run BIRD 2.
@ApplicationScoped
class BirdDriver implements RouterDriver {

    private static final Logger LOG = Logger.getLogger(BirdDriver.class);

    private final InstantSource clock;

    BirdDriver(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bird";
    }

    @Override
    public Router open(EdgeRouter router) {
        return new BirdRouter(
                router,
                BirdSettings.of(router),
                clock,
                step -> LOG.debugf("A change goes on: router=%s step=%s", router.name(), step));
    }
}
