package io.directpeering.provisioning.loa;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// A letter as an answer: shown by a browser, and saved under its number.
public final class PdfAnswer {

    public static final String MEDIA_TYPE = "application/pdf";

    private PdfAnswer() {}

    /// @param number of the letter; characters that a file name had better not have are left out
    public static Response of(byte[] pdf, String number) {
        var name = number.replaceAll("[^A-Za-z0-9-]", "");
        return Response.ok(pdf, MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
