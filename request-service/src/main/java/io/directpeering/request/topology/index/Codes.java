package io.directpeering.request.topology.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives each word a number: 0, 1, 2 … in the order in which they come. Written by one thread, read by any.
final class Codes<T> {

    private final List<T> words = new ArrayList<>();
    private final Map<T, Integer> codes = new HashMap<>();

    /// Its number, the next one if it has none yet.
    synchronized int of(T word) {
        return codes.computeIfAbsent(word, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }

    synchronized T word(int code) {
        return words.get(code);
    }

    synchronized int size() {
        return words.size();
    }
}
