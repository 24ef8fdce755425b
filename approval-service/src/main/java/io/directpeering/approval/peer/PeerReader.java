package io.directpeering.approval.peer;

import java.util.List;
import jakarta.inject.Singleton;

import io.directpeering.approval.policy.RegisteredPeer;
import io.directpeering.approval.policy.RegisteredPeer.Registration;
import io.directpeering.approval.policyfile.Presences;
import io.directpeering.events.ContactRole;
import io.directpeering.events.ValidationState;

/// Puts together what rules look at of a peer: what it registered, and where it is known to be present.
@Singleton
public class PeerReader {

    private final Presences presences;

    PeerReader(Presences presences) {
        this.presences = presences;
    }

    public RegisteredPeer read(long asn, ValidationState state, List<Person> contacts) {
        return new RegisteredPeer(
                asn,
                switch (state) {
                    case None -> Registration.None;
                    case Pending -> Registration.Pending;
                    case Approved -> Registration.Approved;
                    case Failed -> Registration.Failed;
                    case Unknown -> Registration.Unknown;
                },
                contacts.stream().map(PeerReader::contact).toList(),
                presences.of(asn));
    }

    private static RegisteredPeer.Contact contact(Person person) {
        return new RegisteredPeer.Contact(person.role().equals(ContactRole.Noc.name()), person.email(), person.phone());
    }
}
