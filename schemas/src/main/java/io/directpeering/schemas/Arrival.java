package io.directpeering.schemas;

/// How a numbered transition stands to the ones its consumer has taken in. Sequences run 1, 2, 3 … per peering.
public enum Arrival {
    /// The next one: take it in.
    NEXT,
    /// Taken in before: drop it.
    REPEAT,
    /// One before it is missing: park it until that one came.
    GAP;

    /// @param last     highest sequence taken in of this peering; 0: none
    /// @param sequence sequence of the transition that arrived
    public static Arrival of(long last, long sequence) {
        if (sequence <= last) {
            return REPEAT;
        }
        return sequence == last + 1 ? NEXT : GAP;
    }
}
