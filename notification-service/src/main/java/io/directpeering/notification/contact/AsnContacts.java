package io.directpeering.notification.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.events.PeerAsnRegistered;
import org.jspecify.annotations.Nullable;

/// Table asn_contacts: of each ASN the latest revision. Names and phone numbers stay where they came from.
@ApplicationScoped
public class AsnContacts {

    private record Kept(String role, @Nullable String email) {}

    private static final TypeReference<List<Kept>> LIST = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final EntityManager database;

    AsnContacts(EntityManager database) {
        this.database = database;
    }

    /// Takes a registration in; an older one than the latest changes nothing.
    @Transactional
    void take(PeerAsnRegistered registered) {
        var contacts = registered.getContacts().stream()
                .map(contact -> new Kept(contact.getRole().name(), contact.getEmail()))
                .toList();
        database.createNativeQuery("""
                        insert into asn_contacts as kept (peer_asn, revision, contacts) values (?1, ?2, ?3)
                        on conflict (peer_asn) do update
                        set revision = excluded.revision, contacts = excluded.contacts
                        where kept.revision < excluded.revision""")
                .setParameter(1, registered.getMetadata().getPeerAsn())
                .setParameter(2, registered.getRevision())
                .setParameter(3, written(contacts))
                .executeUpdate();
    }

    /// @return empty where no registration of it has been read
    @Transactional
    public Optional<List<Contact>> current(long asn) {
        return KeptContacts.<KeptContacts>findByIdOptional(asn).map(kept -> read(kept.contacts));
    }

    private String written(List<Kept> contacts) {
        try {
            return json.writeValueAsString(contacts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts cannot be written as JSON", e);
        }
    }

    private List<Contact> read(String kept) {
        try {
            return json.readValue(kept, LIST).stream()
                    .map(contact -> new Contact(role(contact.role()), null, contact.email(), null))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts cannot be read from the database", e);
        }
    }

    private static ContactRole role(String name) {
        return Arrays.stream(ContactRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(ContactRole.Unknown);
    }
}
