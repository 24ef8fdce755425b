package io.directpeering.request.query.past;

/// A place in the history of a peering: behind this one.
///
/// @param sequence as [Happening] has it
/// @param refusal  it was one
/// @param offset   as [Happening] has it
public record Mark(long sequence, boolean refusal, long offset) {

    public static Mark at(Happening it) {
        return new Mark(it.sequence(), it.refusal() != null, it.offset());
    }
}
