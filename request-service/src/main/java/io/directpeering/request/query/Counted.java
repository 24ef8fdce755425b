package io.directpeering.request.query;

import java.util.List;

/// One instance's counts.
///
/// @param counts      empty where there are too many groups
/// @param tooManyGroups there are more than can be told
public record Counted(List<Count> counts, boolean tooManyGroups) {}
