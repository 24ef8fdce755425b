/// What a transition says to the peer. [io.directpeering.notification.message.Telling] decides it, in one place:
/// each fact of the life cycle either becomes a [io.directpeering.notification.message.Message] or is passed over
/// for a stated reason. Pure: no clock, no database, no words; a repeat decides the same again.
@NullMarked
package io.directpeering.notification.message;

import org.jspecify.annotations.NullMarked;
