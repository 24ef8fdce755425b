package io.directpeering.notification.recipient;

/// One who is to be told.
public sealed interface Recipient {

    /// How the delivery names it: at most one delivery of a transition goes to one name.
    String name();

    record Reachable(AddrSpec address) implements Recipient {
        @Override
        public String name() {
            return address.toString();
        }
    }

    /// Nobody can be reached here; kept, so that it is seen.
    ///
    /// @param name   what stands in the contact, made harmless
    /// @param reason what is wrong with it and how to mend it
    record Unreachable(String name, String reason) implements Recipient {}
}
