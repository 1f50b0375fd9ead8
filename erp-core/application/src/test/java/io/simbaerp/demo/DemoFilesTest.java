package io.simbaerp.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.company.CompanyView;
import io.simbaerp.demo.DemoDocument.Format;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.content.EInvoiceContentReader;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Iban;
import io.simbaerp.party.PolishTaxId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo's own files hold nothing that the rules object to, and nobody who exists. */
class DemoFilesTest {

    private static final LocalDate FOUNDED = LocalDate.of(2026, 11, 22);
    private static final CompanyView COMPANY = new CompanyView(
            new CompanyId(UUID.randomUUID()),
            "Korabia Handel Sp. z o.o.",
            "9990045672",
            "PL",
            "ul. Nabrzeżna 3",
            "81-340",
            "Gdynia",
            CurrencyCode.PLN,
            ZoneId.of("Europe/Warsaw"));
    private static final List<DemoDocument> ALL = DemoDocument.all(FOUNDED);
    private static final EInvoiceContentReader READER = new EInvoiceContentReader();

    @Test
    void everyInvoiceObeysTheRulesOfItsFormat() {
        List<String> wrong = new ArrayList<>();
        for (DemoDocument document : ALL) {
            if (!EnumSet.of(Format.PDF, Format.PNG, Format.BROKEN).contains(document.format())) {
                ReadContent.EInvoice read = (ReadContent.EInvoice) read(document);
                errors(read).forEach(error -> wrong.add(document.name() + ": " + error));
                ReceivedInvoice invoice = read.invoice();
                assertThat(invoice.missing()).as(document.name()).isEmpty();
                assertThat(invoice.number()).isEqualTo(document.number());
                assertThat(invoice.issueDate()).isEqualTo(document.issued());
                assertThat(invoice.dueDate()).isEqualTo(document.is("credit") ? null : document.due());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreEnoughOfEveryFormat() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ALL.stream().map(DemoDocument::format).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Format.values());
        assertThat(ALL.stream().map(DemoDocument::fileName)).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(document -> assertThat(document.received())
                .isBetween(FOUNDED.minusWeeks(10), FOUNDED)
                .isAfterOrEqualTo(document.issued()));
    }

    /** A semicolon in the table would have cut the sentence in two. */
    @Test
    void theRejectedInvoiceIsRejectedForAWholeReason() {
        assertThat(ALL)
                .filteredOn(document -> document.name().equals("it-3"))
                .singleElement()
                .satisfies(document -> assertThat(document.steps().get(1).comment())
                        .isEqualTo("Etap 2 nie został odebrany, prosimy o fakturę po protokole."));
    }

    @Test
    void thePicturesAndLettersAreRecognisedAndTheBrokenFileIsRefused() {
        assertThat(ALL.stream().filter(document -> document.format() == Format.PNG))
                .allSatisfy(document ->
                        assertThat(read(document)).isEqualTo(new ReadContent.Plain("image/png", List.of())));
        assertThat(ALL.stream().filter(document -> document.format() == Format.PDF))
                .allSatisfy(document ->
                        assertThat(read(document)).isEqualTo(new ReadContent.Plain("application/pdf", List.of())));
        assertThat(ALL.stream().filter(document -> document.format() == Format.BROKEN))
                .allSatisfy(document -> assertThatThrownBy(() -> read(document)).isInstanceOf(UnreadableContent.class));
    }

    @Test
    void nobodyOfTheDemoExists() {
        assertThat(DemoSupplier.all().values()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(supplier -> {
            assertThat(supplier.taxId())
                    .as("no tax office has the number 999")
                    .matches("(PL999\\d{7}|DE999.*|CZ999.*|SE999.*|99 .*)");
            assertThat(!supplier.isPolish()
                            || supplier.master() == DemoSupplier.Master.UNKNOWN
                            || PolishTaxId.isValid(supplier.taxId().substring(2)))
                    .as(supplier.name())
                    .isTrue();
            assertThat(supplier.account().isEmpty()
                            || Iban.parse(supplier.account()).isPresent())
                    .as(supplier.name())
                    .isTrue();
        });
        Set<String> banks = DemoSupplier.all().values().stream()
                .filter(DemoSupplier::isPolish)
                .map(supplier -> supplier.account().substring(4, 7))
                .collect(Collectors.toSet());
        assertThat(banks).containsExactly("999");
    }

    private static ReadContent read(DemoDocument document) {
        return READER.read(DemoFile.of(document, ALL, COMPANY), document.fileName());
    }

    private static List<String> errors(ReadContent.EInvoice read) {
        return read.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFORMATION)
                .filter(finding -> !finding.text().contains(COMPANY.taxId()))
                .map(Finding::toString)
                .toList();
    }
}
