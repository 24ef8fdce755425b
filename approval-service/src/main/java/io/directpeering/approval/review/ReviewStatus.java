package io.directpeering.approval.review;

/// Where a review stands. Spelled as in the answers.
enum ReviewStatus {
    Open,
    Approved,
    Rejected,
    /// The peer took the request back.
    Withdrawn
}
