package io.directpeering.http.condition;

/// Something that is shown, of which a part passes with the time and is no change: an age in seconds.
public interface Tagged {

    /// What the tag is made of.
    Object steady();
}
