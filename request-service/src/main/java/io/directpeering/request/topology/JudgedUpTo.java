package io.directpeering.request.topology;

import io.directpeering.request.topology.index.Holdings;

/// Tells every partition's index where its log ends.
record JudgedUpTo(Holdings holdings) implements LogEnds.Watcher {

    @Override
    public LogEnds.Look begin() {
        // What is taken over during the look may have been judged further than the look saw.
        var held = holdings.all();
        return (partition, at, endOffset, committedUpTo) -> {
            holdings.measured(partition.partition(), at, endOffset, committedUpTo);
            held.stream()
                    .filter(each -> each.partition() == partition.partition())
                    .forEach(each -> each.reading().measured(at, endOffset, committedUpTo));
        };
    }

    @Override
    public boolean isCaughtUp() {
        return holdings.all().stream().allMatch(each -> each.reading().isCaughtUp());
    }
}
