package io.directpeering.http.path;

import java.net.URI;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Locations of our own without scheme and host: only whoever stands in front of the service knows by which name it
/// was called.
class RelativeLocations {

    @ServerResponseFilter
    void relative(ContainerResponseContext response, UriInfo uri) {
        var location = response.getLocation();
        if (location != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, relative(location, uri.getBaseUri()));
        }
    }

    static String relative(URI location, URI base) {
        var ours = location.getAuthority() != null && location.getAuthority().equals(base.getAuthority());
        return !ours
                ? location.toString()
                : location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }
}
