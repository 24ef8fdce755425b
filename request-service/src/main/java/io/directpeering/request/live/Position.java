package io.directpeering.request.live;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32C;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ByteUtils;

/// How far somebody has read: the next offset of every partition. Belongs to one stream, and to one thread at a time.
///
/// As text it is opaque to clients; a checksum finds what was cut off or mistyped. It keeps no secret and opens
/// nothing, so it is not signed.
final class Position {

    private static final byte VERSION = 1;
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_BYTES_OF_A_NUMBER = 10;

    private final Slots slots;
    private final long[] next;

    private Position(Slots slots, long[] next) {
        this.slots = slots;
        this.next = next;
    }

    /// @param next offset to read next of each partition
    static Position of(Slots slots, ToLongFunction<TopicPartition> next) {
        return new Position(slots, slots.partitions().stream().mapToLong(next).toArray());
    }

    static Position beginning(Slots slots) {
        return new Position(slots, new long[slots.partitions().size()]);
    }

    Position copy() {
        return new Position(slots, next.clone());
    }

    Slots slots() {
        return slots;
    }

    long next(int slot) {
        return next[slot];
    }

    void advance(int slot, long to) {
        next[slot] = Math.max(next[slot], to);
    }

    /// Whether it is, in every partition, as far as the other or further.
    boolean reaches(Position other) {
        for (int slot = 0; slot < next.length; slot++) {
            if (next[slot] < other.next[slot]) {
                return false;
            }
        }
        return true;
    }

    String text() {
        var bytes = ByteBuffer.allocate(1 + (2 + next.length) * MOST_BYTES_OF_A_NUMBER + Integer.BYTES)
                .put(VERSION);
        ByteUtils.writeUnsignedVarint(slots.transitions(), bytes);
        ByteUtils.writeUnsignedVarint(slots.refusals(), bytes);
        for (var offset : next) {
            ByteUtils.writeVarlong(offset, bytes);
        }
        bytes.putInt(checksum(bytes.array(), bytes.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /// Empty: the text is no position in this log. Partitions that came since are read from their beginning.
    static Optional<Position> read(String text, Slots slots) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != VERSION) {
                return Optional.empty();
            }
            var then = Slots.of(number(bytes, slots.transitions()), number(bytes, slots.refusals()));
            var read = beginning(then);
            for (int slot = 0; slot < read.next.length; slot++) {
                read.next[slot] = ByteUtils.readVarlong(bytes);
            }
            // Written anew, for some letters and numbers have more than one spelling.
            return read.text().equals(text) && Arrays.stream(read.next).allMatch(offset -> offset >= 0)
                    ? Optional.of(read.in(slots))
                    : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private Position in(Slots now) {
        var moved = beginning(now);
        slots.places().forEach((partition, slot) -> moved.advance(now.placeOf(partition), next[slot]));
        return moved;
    }

    private static int number(ByteBuffer bytes, int most) {
        var number = ByteUtils.readUnsignedVarint(bytes);
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("There are " + most + " partitions, not " + number);
        }
        return number;
    }

    private static int checksum(byte[] bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
