package io.directpeering.local.layout;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;

/// How many there are of what can be more than one.
///
/// @param replicas of request-service; of each other service two, where this is more than one
/// @param brokers  1, or 3
public record Scale(int replicas, int brokers) {

    public static final Scale SINGLE = new Scale(1, 1);

    private static final int MOST_REPLICAS = 4;
    private static final int CLUSTER = 3;

    /// @throws Trouble one machine does not run that many
    public Scale {
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new Trouble("--replicas is %d: 1 to %d run on one machine, as there are partitions."
                    .formatted(replicas, MOST_REPLICAS));
        }
        if (brokers != 1 && brokers != CLUSTER) {
            throw new Trouble("--brokers is %d: 1, or %d, of which one may be away. Two would be no safer than one."
                    .formatted(brokers, CLUSTER));
        }
    }

    /// Every process of a service.
    public List<Replica> of(Services service) {
        var number = service == Services.REQUEST ? replicas : Math.min(replicas, 2);
        return IntStream.rangeClosed(1, number)
                .mapToObj(each -> new Replica(service, each))
                .toList();
    }

    /// Every process of every service.
    public List<Replica> all() {
        return Stream.of(Services.values()).flatMap(each -> of(each).stream()).toList();
    }
}
