package io.directpeering.local.answer;

/// Who reads rows.
public enum Format {
    /// People.
    table,
    /// Spreadsheets: RFC 4180, names first.
    csv,
    /// Programs: an array of objects.
    json
}
