package io.directpeering.benchmarks.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// How steps come.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Load.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Load.Open.class, name = "open")
})
public sealed interface Load {

    /// So many clients, each of which takes a step as soon as its last one is taken.
    record Closed(int clients) implements Load {
        @Override
        public String words() {
            return clients + " clients";
        }
    }

    /// So many a second, whatever became of those before. Latency counts from when a step was due.
    record Open(int perSecond) implements Load {

        /// How its words end.
        public static final String PER_SECOND = "/s";

        @Override
        public String words() {
            return perSecond + PER_SECOND;
        }
    }

    String words();

    /// As people write it: `16` are clients, `60/s` are steps a second.
    ///
    /// @throws IllegalArgumentException it is neither
    static Load of(String written) {
        try {
            return written.endsWith(Open.PER_SECOND)
                    ? new Open(
                            Integer.parseUnsignedInt(written.substring(0, written.length() - Open.PER_SECOND.length())))
                    : new Closed(Integer.parseUnsignedInt(written));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    written + " is no load. It is a number of clients, as 16, or of steps a second, as 60/s.", e);
        }
    }
}
