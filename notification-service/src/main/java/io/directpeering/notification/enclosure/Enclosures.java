package io.directpeering.notification.enclosure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.Demarcation;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeerDemarcation;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.letters.CeaseLetter;
import io.directpeering.letters.CustomerEnd;
import io.directpeering.letters.Demarc;
import io.directpeering.letters.LetterOfAuthorization;
import io.directpeering.letters.LetterPdf;
import io.directpeering.letters.Letterhead;
import io.directpeering.letters.Party;
import io.directpeering.notification.mail.Attachment;
import io.directpeering.notification.message.Connection;
import io.directpeering.notification.message.Matter;
import io.directpeering.notification.message.Message;
import org.jspecify.annotations.Nullable;

/// Which letters go with a message, what they say, and how they are made.
@ApplicationScoped
public class Enclosures {

    private static final String PDF = "application/pdf";
    private static final int LONGEST_NAME = 90;
    private static final Pattern GROUP = Pattern.compile(".{4}(?=.)");
    private static final Pattern NOT_FOR_FILE_NAMES = Pattern.compile("[^A-Za-z0-9-]+");

    /// As kept with a mail.
    ///
    /// @param maintNotes null in what was kept before there were any
    record Letters(
            List<LetterOfAuthorization> authorizations,
            List<CeaseLetter> ceaseLetters,
            @Nullable List<MaintNote> maintNotes) {

        private boolean isEmpty() {
            return authorizations.isEmpty() && ceaseLetters.isEmpty() && notes().isEmpty();
        }

        private List<MaintNote> notes() {
            return maintNotes == null ? List.of() : maintNotes;
        }
    }

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final OperatorsHead operator;
    private final io.directpeering.notification.mail.Letterhead sender;

    Enclosures(OperatorsHead operator, io.directpeering.notification.mail.Letterhead sender) {
        this.operator = operator;
        this.sender = sender;
    }

    /// What the letters with this message say.
    ///
    /// @return empty where none goes with it
    public Optional<String> of(PeeringTransitioned transition, Message message) {
        if (message instanceof Message.MaintenanceNotice notice) {
            var notes = notice.matter().connections().stream()
                    .map(each -> MaintNote.of(transition, notice.matter(), each, notice.status(), sender))
                    .toList();
            return Optional.of(written(new Letters(List.of(), List.of(), notes)));
        }
        return operator.head()
                .map(head -> letters(head, transition, message))
                .filter(letters -> !letters.isEmpty())
                .map(this::written);
    }

    private Letters letters(Letterhead head, PeeringTransitioned transition, Message message) {
        return switch (message) {
            case Message.LetterIssued _ ->
                new Letters(
                        concerned(transition, message)
                                .filter(connection -> connection.getLoa() != null)
                                .map(connection -> authorization(head, transition, connection))
                                .toList(),
                        List.of(),
                        List.of());
            case Message.TakingDown _ ->
                new Letters(
                        List.of(),
                        concerned(transition, message)
                                .map(connection -> cease(head, transition, connection))
                                .toList(),
                        calledOff(transition, message.matter()));
            // Every other message says all it has to say in the mail itself.
            case Message _ -> new Letters(List.of(), List.of(), List.of());
        };
    }

    /// Work that will not be done because the connection goes; saying so again cancels the same calendar entry.
    private List<MaintNote> calledOff(PeeringTransitioned transition, Matter matter) {
        var at = transition.getMetadata().getOccurredAt();
        var off = transition.getSnapshot().getConnections().stream()
                .filter(it -> it.getMaintenance() != null
                        && it.getMaintenance().getStatus() == MaintenanceStatus.Cancelled
                        && it.getMaintenance().getPlanned().getEndsAt().isAfter(at))
                .map(ConnectionSnapshot::getConnectionId)
                .collect(Collectors.<UUID>toSet());
        return matter.connections().stream()
                .filter(connection -> off.contains(connection.id()))
                .map(connection -> MaintNote.of(transition, matter, connection, MaintenanceStatus.Cancelled, sender))
                .toList();
    }

    /// The connections that the message is about, as far as they have a port.
    private static Stream<ConnectionSnapshot> concerned(PeeringTransitioned transition, Message message) {
        var ids = message.matter().connections().stream().map(Connection::id).collect(Collectors.<UUID>toSet());
        return transition.getSnapshot().getConnections().stream()
                .filter(connection -> ids.contains(connection.getConnectionId()))
                .filter(connection -> connection.getDemarcation() != null);
    }

    private static LetterOfAuthorization authorization(
            Letterhead head, PeeringTransitioned transition, ConnectionSnapshot connection) {
        var loa = connection.getLoa();
        var peering = transition.getSnapshot();
        return new LetterOfAuthorization(
                head,
                loa.getNumber(),
                loa.getIssuedAt(),
                loa.getExpiresAt(),
                new Party(peering.getPeer().getName(), peering.getPeer().getAsn()),
                peering.getPeeringName(),
                connection.getConnectionId(),
                connection.getRequested().getBandwidthInMbps(),
                demarc(connection.getDemarcation(), peering.getPeeringLocation()),
                grouped(loa.getVerificationCode()),
                null);
    }

    private static CeaseLetter cease(Letterhead head, PeeringTransitioned transition, ConnectionSnapshot connection) {
        var peering = transition.getSnapshot();
        return new CeaseLetter(
                head,
                connection.getEnteredAt(),
                new Party(peering.getPeer().getName(), peering.getPeer().getAsn()),
                peering.getPeeringName(),
                connection.getConnectionId(),
                connection.getRequested().getBandwidthInMbps(),
                demarc(connection.getDemarcation(), peering.getPeeringLocation()),
                connection.getLoa() == null ? null : connection.getLoa().getNumber(),
                connection.getCrossConnectId(),
                customerEnd(connection.getPeerDemarcation()),
                connection.getReason());
    }

    private static Demarc demarc(Demarcation end, String location) {
        return new Demarc(
                end.getPeeringDBFacilityId(),
                end.getFacilityName(),
                location,
                end.getRack(),
                end.getPatchPanel(),
                end.getPatchPanelPort(),
                end.getRouter(),
                end.getRouterPort(),
                end.getMedia(),
                end.getConnector(),
                end.getDuplex());
    }

    private static CustomerEnd customerEnd(@Nullable PeerDemarcation end) {
        return end == null
                ? CustomerEnd.UNKNOWN
                : new CustomerEnd(end.getRack(), end.getPatchPanel(), end.getPatchPanelPort(), end.getRouter());
    }

    /// As printed: in groups of four.
    private static String grouped(@Nullable String code) {
        var symbols = code == null ? "" : code.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        return GROUP.matcher(symbols).replaceAll("$0-");
    }

    private String written(Letters letters) {
        try {
            return json.writeValueAsString(letters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What letters say cannot be written as JSON", e);
        }
    }

    /// The letters, made of what they say.
    ///
    /// @param kept as [#of] gave it; null: none
    public List<Attachment> attachments(@Nullable String kept) {
        if (kept == null) {
            return List.of();
        }
        try {
            var letters = json.readValue(kept, Letters.class);
            return Stream.<Stream<Attachment>>of(
                            letters.authorizations().stream()
                                    .map(letter -> new Attachment(
                                            fileName("LOA", letter.number()), PDF, LetterPdf.of(letter))),
                            letters.ceaseLetters().stream()
                                    .map(letter -> new Attachment(
                                            fileName("CEASE", letter.number()), PDF, LetterPdf.of(letter))),
                            letters.notes().stream().map(Enclosures::calendar))
                    .flatMap(files -> files)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What letters say cannot be read", e);
        }
    }

    private static Attachment calendar(MaintNote note) {
        return new Attachment(
                "maintenance-" + note.maintenanceId() + "-"
                        + note.connectionId().toString().substring(0, 8) + ".ics",
                "text/calendar; charset=utf-8; method=" + MaintNoteCalendar.method(note),
                MaintNoteCalendar.of(note));
    }

    private static String fileName(String kind, String number) {
        var clean = NOT_FOR_FILE_NAMES.matcher(number).replaceAll("-");
        var name = clean.startsWith(kind) ? clean : kind + "-" + clean;
        return name.substring(0, Math.min(LONGEST_NAME, name.length())) + ".pdf";
    }
}
