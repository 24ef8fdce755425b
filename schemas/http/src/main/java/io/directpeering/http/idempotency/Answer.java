package io.directpeering.http.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/// What a command was answered with, so that it can be said again word by word.
///
/// @param body null: the answer has none
record Answer(
        int status,
        @Nullable String mediaType,
        @Nullable String etag,
        @Nullable String location,
        @Nullable String body) {

    private static final String JSON = "application/json";

    static Answer of(Response response, ObjectMapper json) {
        try {
            return new Answer(
                    response.getStatus(),
                    response.getMediaType() == null
                            ? JSON
                            : response.getMediaType().toString(),
                    response.getHeaderString(HttpHeaders.ETAG),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getEntity() == null ? null : json.writeValueAsString(response.getEntity()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that cannot be written as JSON", e);
        }
    }

    Response response() {
        var response = Response.status(status);
        if (body != null) {
            response.type(mediaType == null ? JSON : mediaType).entity(body);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return response.build();
    }
}
