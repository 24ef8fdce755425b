/// What happens, while it happens: `GET /peerings/stream` ([LiveResource]) tells each caller of the transitions and
/// refusals of its own networks, out of the log and in its order.
///
/// One consumer per instance reads the end of the log ([Tail]) into a ring that all streams share ([Recent]). A stream
/// ([LiveStream]) holds nothing but its [Position]: one that lags behind the ring reads the log itself ([Past]), piece
/// by piece. So a client that stops reading costs its position and one event, however much happens meanwhile.
@NullMarked
package io.directpeering.request.live;

import org.jspecify.annotations.NullMarked;
