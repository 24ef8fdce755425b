package io.directpeering.request.peering;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.request.query.Question;
import io.vertx.ext.web.RoutingContext;

/// Whether a request comes from another instance, which then wants this one's answer and nobody else's.
sealed interface Hopped {

    /// It comes from a client.
    record Not() implements Hopped {}

    /// What this instance holds of it is asked for.
    record Held() implements Hopped {}

    /// What this instance has a copy of is asked for.
    ///
    /// @param partitions none: the one of the peering that is asked for
    record Copied(Set<Integer> partitions) implements Hopped {}

    String HELD = "held";
    String COPY = "copy";

    static Hopped of(RoutingContext context) {
        var mark = context.request().getHeader(Neighbours.HOPPED);
        if (mark == null) {
            return new Not();
        }
        return mark.matches(COPY + "( [0-9]{1,6}){0,1000}") ? new Copied(partitions(mark)) : new Held();
    }

    /// As the header says it.
    static String mark(Question question) {
        return switch (question) {
            case Question.Held _ -> HELD;
            case Question.Copied(var partitions) ->
                COPY + partitions.stream().map(each -> " " + each).collect(Collectors.joining());
        };
    }

    private static Set<Integer> partitions(String mark) {
        return Stream.of(mark.split(" ")).skip(1).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
