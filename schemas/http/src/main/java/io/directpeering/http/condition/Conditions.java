package io.directpeering.http.condition;

import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/// Answers under the conditions of the current request: `If-None-Match` where it reads, `If-Match` where it changes.
@RequestScoped
public class Conditions {

    private final HttpHeaders headers;
    private final ObjectMapper json;

    Conditions(HttpHeaders headers, ObjectMapper json) {
        this.headers = headers;
        this.json = json;
    }

    /// Shows something with its tag; 304 where the client has it, 406 where it does not want JSON.
    public Response shown(Object view) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
        var tag = tag(view);
        return EntityTags.hasAlready(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH), tag)
                ? Response.notModified(tag).build()
                : told(Status.OK, view).build();
    }

    /// Tells how something stands after a change, with the tag that the next change may ask for.
    public ResponseBuilder told(Status status, Object view) {
        return Response.status(status).tag(tag(view)).entity(view);
    }

    /// Lets pass who wants to change what there is. To be asked while what is shown is locked, so that it does not
    /// change between the question and the change.
    ///
    /// @param view as the client would be shown it now
    /// @throws HttpProblem 412: it is another than the client has seen; 400: the header is not well-formed
    public void demand(Object view) {
        var expected = EntityTags.expected(headers.getRequestHeader(HttpHeaders.IF_MATCH));
        var tag = tag(view);
        if (expected != null && !expected.equals(tag)) {
            throw changed(
                    HttpHeaders.IF_MATCH,
                    "It has changed since it was read, or is shown to you otherwise. Read it again, and decide anew.");
        }
        if (EntityTags.hasAlready(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            throw changed(HttpHeaders.IF_NONE_MATCH, "There is one already.");
        }
    }

    /// As [#demand], where there is nothing yet: whoever wants to change something meant another.
    public void demandAbsent() {
        var lines = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (EntityTags.expected(lines) != null || EntityTags.isAny(lines)) {
            throw changed(HttpHeaders.IF_MATCH, "There is none, so there is none to change.");
        }
    }

    /// Whether the request asks for one state of what it changes.
    public boolean nameATag() {
        return EntityTags.expected(headers.getRequestHeader(HttpHeaders.IF_MATCH)) != null;
    }

    private String tag(Object view) {
        return Digest.of(written(view instanceof Tagged tagged ? tagged.steady() : view));
    }

    private String written(@Nullable Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is shown cannot be written as JSON", e);
        }
    }

    private static HttpProblem changed(String header, String detail) {
        return Problems.changed(
                detail, Map.of("code", "PreconditionFailed", "errors", List.of(new Violation(header, detail))));
    }
}
