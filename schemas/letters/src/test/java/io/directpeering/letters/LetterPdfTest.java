package io.directpeering.letters;

import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LetterPdfTest {

    @Test
    void aLetterOfAuthorizationSaysAllThatTheColocationProviderNeedsOnOnePage() throws Exception {
        // When
        var pdf = LetterPdf.of(Samples.letter());

        // Then
        var printed = Printed.read(pdf);
        assertThat(printed.pages()).isEqualTo(1);
        assertThat(printed.flowing())
                .contains("Letter of Authorization", "LOA-CFA", "LOA-2026-000042")
                .contains("27 November 2026", "26 January 2027, 09:30 UTC")
                .contains("Example Networks (AS64500)", "Peer Networks (AS64496000)", "authorizes Peer Networks")
                .contains("Equinix FR5 - Frankfurt, KleyerStrasse", "PeeringDB facility 60", "Frankfurt")
                .contains("Rack / cage 0504", "Patch panel PP-1", "Panel port 7", "fra2-edge1", "xe-0/0/7")
                .contains("10GBASE-LR", "LC/UPC", "Duplex (two strands)", "10 Gbps", "frankfurt-1")
                .contains(Samples.CONNECTION.toString())
                .contains("Ordering the cross-connect", "Terms", "The operator bears no charge")
                .contains("K7QM-3XWP-9FHT-C4NR-V6DY", "https://peering.example.net/verify/K7QM-3XWP-9FHT-C4NR-V6DY")
                .contains("60313 Frankfurt am Main", "peering@example.net", "+1 555 0100", "Page 1 of 1")
                .doesNotContain("REVOKED");
        assertThat(Printed.qrCode(pdf, 0)).isEqualTo("https://peering.example.net/verify/K7QM-3XWP-9FHT-C4NR-V6DY");
    }

    @Test
    void aCeaseLetterSaysWhatIsToBeRemovedAndWhy() {
        // When
        var printed = Printed.read(LetterPdf.of(Samples.cease()));

        // Then
        assertThat(printed.pages()).isEqualTo(1);
        assertThat(printed.flowing())
                .contains("Cease Letter", "CEASE-8F3A-91C2-77D0", "1 September 2027", "FR5-XC-1029384")
                .contains("Customer's end rack B 17, panel port 24, router edge-fra")
                .contains("Ordered with letter LOA-2026-000042", "Peer Networks (AS64496000)", "frankfurt-1")
                .contains("Rack / cage 0504", "Patch panel PP-1", "Panel port 7", "fra2-edge1, xe-0/0/7")
                .contains("freed by the removal", "The customer moves its traffic to another facility.");
    }

    @Test
    void aCeaseLetterForALinkThatWasAdoptedNeedsNoLetterAndNoCrossConnectId() {
        // When
        var printed =
                Printed.read(LetterPdf.of(Samples.cease(Samples.PEER, Samples.at("Somewhere"), null, null, null)));

        // Then
        assertThat(printed.flowing())
                .contains("Customer's end as in the customer's order")
                .contains("id not reported", "Ordered with letter none", "The connection is no longer needed.")
                .doesNotContain("null");
    }

    @Test
    void aLetterThatHoldsNoLongerSaysSoAcrossThePage() {
        // Given
        var letter = Samples.letter(Samples.PEER, Samples.at("Somewhere"), "REVOKED 2026-12-01");

        // When
        var pdf = LetterPdf.of(letter);

        // Then
        assertThat(Printed.read(pdf).flowing().replace(" ", "")).contains("REVOKED2026-12-01");
    }

    @Test
    void theOperatorsTermsReplaceTheUsualOnes() {
        // Given
        var usual = Samples.letter();
        var head = new Letterhead(
                Samples.HEAD.operator(), List.of(), "a@example.net", "+1", "https://x.example", List.of("Be kind."));
        var letter = new LetterOfAuthorization(
                head,
                usual.number(),
                usual.issuedAt(),
                usual.expiresAt(),
                usual.peer(),
                usual.peeringName(),
                usual.connectionId(),
                usual.bandwidthInMbps(),
                usual.demarc(),
                usual.verificationCode(),
                null);

        // When
        var printed = Printed.read(LetterPdf.of(letter));

        // Then
        assertThat(printed.flowing()).contains("1. Be kind.").doesNotContain("bears no charge");
    }

    @Test
    void theDocumentTellsWhatItIsAndWhenItWasIssued() throws IOException {
        // When
        try (var document = Loader.loadPDF(LetterPdf.of(Samples.letter()))) {
            // Then
            var about = document.getDocumentInformation();
            var catalog = document.getDocumentCatalog();
            assertThat(about.getTitle()).isEqualTo("Letter of authorization LOA-2026-000042");
            assertThat(about.getAuthor()).isEqualTo("Example Networks");
            assertThat(about.getCreationDate())
                    .extracting(Calendar::toInstant)
                    .isEqualTo(Instant.parse("2026-11-27T09:30:00Z"));
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).hasSize(1);
            assertThat(catalog.getStructureTreeRoot().getCOSObject().getDictionaryObject(COSName.PARENT_TREE))
                    .isNotNull();
            for (var name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertThat(font).isInstanceOf(PDType0Font.class);
                assertThat(font.isEmbedded()).isTrue();
            }
        }
    }
}
