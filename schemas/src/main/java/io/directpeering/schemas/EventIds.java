package io.directpeering.schemas;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Event ids that a service can derive again after a crash, so that saying a thing twice is a repeat.
public final class EventIds {

    private EventIds() {}

    /// The id of the fact that answers a transition.
    ///
    /// @param connectionId connection the fact is about; null: the whole peering
    /// @param answers      sequence of the transition that is answered
    /// @param outcome      what is stated, e.g. the record's name; whatever makes two answers to one transition
    ///                     different facts belongs in here
    public static UUID answering(UUID peeringId, @Nullable UUID connectionId, long answers, String outcome) {
        return named(peeringId + "/" + connectionId + "/" + answers + "/" + outcome);
    }

    /// The id of what was found of a revision of a peer ASN's registration.
    ///
    /// @param outcome what is stated: Approved or Failed
    public static UUID ofValidation(long peerAsn, long revision, String outcome) {
        return named("AS" + peerAsn + "/validation/" + revision + "/" + outcome);
    }

    /// The id of the judge's output with this number: a transition's own event id.
    public static UUID ofTransition(UUID peeringId, long sequence) {
        return named(peeringId + "/transition/" + sequence);
    }

    /// The id of the refusal of a fact.
    public static UUID ofRefusal(UUID refusedEventId) {
        return named(refusedEventId + "/refusal");
    }

    /// The id of what is said of a session's drift: that it is, or that it is over.
    ///
    /// @param session the connection and the address family
    /// @param sinceMs when the drift began, in milliseconds since 1970: tells one from the next of its kind
    /// @param what    kind and status
    public static UUID ofDrift(UUID peeringId, String session, long sinceMs, String what) {
        return named(peeringId + "/drift/" + session + "/" + sinceMs + "/" + what);
    }

    /// The id of a revision of a peer ASN's registration.
    public static UUID ofRegistration(long peerAsn, long revision) {
        return named("AS" + peerAsn + "/registration/" + revision);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
