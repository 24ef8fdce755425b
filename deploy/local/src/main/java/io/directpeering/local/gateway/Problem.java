package io.directpeering.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// What the gateway answers itself (RFC 9457).
record Problem(int status, String title, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("title", title)
                .put("detail", detail)
                .toString();
    }
}
