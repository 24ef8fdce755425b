package io.directpeering.http.about;

import java.util.UUID;
import jakarta.ws.rs.container.ContainerRequestContext;

import io.directpeering.traces.About;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Notes the peering that a path names. One that is no id is for the resource to refuse.
final class AboutPeering {

    private static final String PARAMETER = "peeringId";

    @ServerRequestFilter
    void note(ContainerRequestContext request) {
        var named = request.getUriInfo().getPathParameters().getFirst(PARAMETER);
        if (named == null) {
            About.noted();
            return;
        }
        try {
            About.found(UUID.fromString(named));
        } catch (IllegalArgumentException noId) {
            About.noted();
        }
    }
}
