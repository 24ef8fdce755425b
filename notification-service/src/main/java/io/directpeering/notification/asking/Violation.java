package io.directpeering.notification.asking;

public record Violation(String field, String message) {}
