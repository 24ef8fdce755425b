package io.directpeering.provisioning.router;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.directpeering.provisioning.catalogue.Catalogue;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/// The catalogue's routers, each behind the driver that the catalogue names for it.
@Startup(Routers.AHEAD_OF_SCHEDULER_AND_CHANNELS)
@ApplicationScoped
public class Routers {

    /// A catalogue that does not hold together ends the service before it takes anything in.
    static final int AHEAD_OF_SCHEDULER_AND_CHANNELS = -1000;

    private final Map<String, Router> routers = new LinkedHashMap<>();

    /// @throws ConfigurationException the catalogue names a driver that there is not
    Routers(Catalogue catalogue, Instance<RouterDriver> drivers) {
        var byName = drivers.stream().collect(Collectors.toMap(RouterDriver::name, driver -> driver));
        for (var router : catalogue.routers()) {
            var driver = byName.get(router.driver());
            if (driver == null) {
                throw new ConfigurationException(
                        "catalogue: router " + router.name() + " wants the driver " + router.driver() + "; there are "
                                + byName.keySet().stream().sorted().toList());
            }
            routers.put(router.name(), driver.open(router));
        }
    }

    /// Empty: the catalogue has no router of that name.
    public Optional<Router> named(String name) {
        return Optional.ofNullable(routers.get(name));
    }

    public Collection<String> names() {
        return routers.keySet();
    }
}
