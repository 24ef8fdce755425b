package io.directpeering.provisioning.session;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.monitoring.Monitor;
import io.directpeering.provisioning.prefixlist.PrefixLists;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Applied;
import io.directpeering.provisioning.router.LinkTestResult;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.Routers;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.Sighting;

/// Takes a connection's plan to its router, and has the monitor look after each change.
@ApplicationScoped
public class Sessions {

    private final Catalogue catalogue;
    private final Allocations allocations;
    private final Routers routers;
    private final PrefixLists lists;
    private final Monitor monitor;

    Sessions(Catalogue catalogue, Allocations allocations, Routers routers, PrefixLists lists, Monitor monitor) {
        this.catalogue = catalogue;
        this.allocations = allocations;
        this.routers = routers;
        this.lists = lists;
        this.monitor = monitor;
    }

    /// Empty: the connection has no port.
    @Transactional
    public Optional<Plan> plan(UUID connectionId) {
        Connection connection = Connection.findById(connectionId);
        return allocations
                .of(connectionId)
                .map(allocated ->
                        Plan.of(connection, allocated, catalogue.operator().asn(), lists.filters(connection.peerAsn)));
    }

    Answer<Applied> apply(Plan plan, Policy policy) {
        var answer =
                router(plan).map(router -> router.apply(plan.spec(), policy)).orElseGet(() -> noRouter(plan));
        look(plan);
        return answer;
    }

    Answer<Optional<Sighting>> observe(Plan plan) {
        return router(plan)
                .map(router -> router.observe(plan.spec().connectionId()))
                .orElseGet(() -> noRouter(plan));
    }

    Answer<Boolean> remove(Plan plan) {
        var answer = router(plan)
                .map(router -> router.remove(plan.spec().connectionId()))
                .orElseGet(() -> noRouter(plan));
        look(plan);
        return answer;
    }

    /// Has the router ping over the connection's wire.
    public Answer<LinkTestResult> linkTest(Plan plan, int packets) {
        return router(plan).map(router -> router.linkTest(plan.spec(), packets)).orElseGet(() -> noRouter(plan));
    }

    private Optional<Router> router(Plan plan) {
        return routers.named(plan.router());
    }

    private void look(Plan plan) {
        var families = plan.spec().families().stream().map(FamilySpec::family).collect(Collectors.toSet());
        monitor.look(plan.router(), plan.spec().connectionId(), families);
    }

    private static <T> Answer<T> noRouter(Plan plan) {
        return new Answer.Unreachable<>(
                "The catalogue has no router " + plan.router() + "; put it back, or the session stays where it is");
    }
}
