package io.directpeering.provisioning.loa;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.catalogue.Catalogue;

/// The letters that the caller may know of.
@RequestScoped
class OwnLetters {

    private final Letters letters;
    private final LetterPrint print;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Caller caller;

    OwnLetters(Letters letters, LetterPrint print, Catalogue catalogue, InstantSource clock, Caller caller) {
        this.letters = letters;
        this.print = print;
        this.catalogue = catalogue;
        this.clock = clock;
        this.caller = caller;
    }

    /// The connection's latest letter, whatever has become of it.
    Optional<LetterView> find(UUID peeringId, UUID connectionId) {
        return latest(peeringId, connectionId).map(this::view);
    }

    /// As [#find].
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 404: there is none
    LetterView demand(UUID peeringId, UUID connectionId) {
        return view(known(peeringId, connectionId));
    }

    Response print(UUID peeringId, UUID connectionId) {
        var letter = known(peeringId, connectionId);
        return PdfAnswer.of(print.pdf(letter, clock.instant()), letter.number);
    }

    /// The connection's letters, the latest first, each with its place in that list.
    ///
    /// @param behind place of the one that was seen last
    List<Listed> list(UUID peeringId, UUID connectionId, long behind, int limit) {
        known(peeringId, connectionId);
        return letters.of(connectionId, behind, limit).stream()
                .map(letter -> new Listed(letter.issuedSequence, view(letter)))
                .toList();
    }

    record Listed(long place, LetterView letter) {}

    private Letter known(UUID peeringId, UUID connectionId) {
        return latest(peeringId, connectionId)
                .orElseThrow(() -> Problems.absent("No letter of authorization was issued for connection "
                        + connectionId + " of peering " + peeringId + "."));
    }

    private Optional<Letter> latest(UUID peeringId, UUID connectionId) {
        return letters.latest(connectionId)
                .filter(letter -> letter.peeringId.equals(peeringId) && caller.speaksFor(letter.peerAsn));
    }

    private LetterView view(Letter letter) {
        return LetterView.of(
                letter, print.verificationUrl(letter), catalogue.operator().asn(), clock.instant());
    }
}
