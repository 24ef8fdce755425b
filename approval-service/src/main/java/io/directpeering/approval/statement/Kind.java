package io.directpeering.approval.statement;

/// What is stated. Spelled as the records of the contract.
public enum Kind {
    Approved,
    Rejected,
    InformationRequested
}
