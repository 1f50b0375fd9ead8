package io.simbaerp.invoice.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.document.wording.FindingPlace;
import io.simbaerp.invoice.automation.TouchlessJudgement;
import io.simbaerp.invoice.automation.TouchlessStop;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateReport;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.registration.LinkedInvoices;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody who decides about an invoice should know: our own remarks first, then those of the official rules. */
@Component
class InvoiceNotes {

    private static final int MOST_LINKS = 6;

    private final Parties parties;
    private final DuplicateReport duplicates;
    private final LinkedInvoices linked;
    private final RuleTexts texts;
    private final TouchlessJudgement touchless;
    private final CurrentActor currentActor;

    InvoiceNotes(
            Parties parties,
            DuplicateReport duplicates,
            LinkedInvoices linked,
            RuleTexts texts,
            TouchlessJudgement touchless,
            CurrentActor currentActor) {
        this.parties = parties;
        this.duplicates = duplicates;
        this.linked = linked;
        this.texts = texts;
        this.touchless = touchless;
        this.currentActor = currentActor;
    }

    /** Our own remarks and those of the official rules. */
    List<CodingPage.Note> of(InvoiceDetails details) {
        List<CodingPage.Note> notes = ofParty(details);
        byHand(details).ifPresent(notes::add);
        for (Finding finding : details.findings()) {
            notes.add(new CodingPage.Note(
                    finding.severity() == Severity.ERROR
                            ? "bad"
                            : finding.severity() == Severity.WARNING ? "warn" : "info",
                    "invoice.note.finding",
                    List.of(finding.text()),
                    finding.rule(),
                    FindingPlace.of(finding)));
        }
        return notes;
    }

    /** Why a person codes it although the supplier's invoices need none. */
    private Optional<CodingPage.Note> byHand(InvoiceDetails details) {
        return touchless
                .stops(details, currentActor.company())
                .filter(stop ->
                        stop.reason() != TouchlessStop.NOT_SWITCHED_ON && stop.reason() != TouchlessStop.CODED_BEFORE)
                .map(stop -> new CodingPage.Note(
                        "warn", "invoice.touchless.stop." + stop.reason(), stop.args(), "touchless.stopped"));
    }

    /** Our own remarks alone. */
    List<CodingPage.Note> ofParty(InvoiceDetails details) {
        List<CodingPage.Note> notes = new ArrayList<>();
        account(details).ifPresent(notes::add);
        CodableLine.of(details.invoice()).stream()
                .filter(line -> line.key().equals(CodableLine.DIFFERENCE))
                .map(line -> new CodingPage.Note(
                        "warn", "invoice.note.difference", List.of(line.net()), "invoice.difference"))
                .forEach(notes::add);
        duplicates.of(details.sample()).stream()
                .filter(DuplicateReport.Row::toldApart)
                .map(this::toldApart)
                .forEach(notes::add);
        recognised(details).ifPresent(notes::add);
        paidBefore(details).ifPresent(notes::add);
        linked.of(details.id()).stream()
                .limit(MOST_LINKS)
                .map(InvoiceNotes::named)
                .forEach(notes::add);
        linked.naming(details.id()).stream()
                .limit(MOST_LINKS)
                .map(later -> new CodingPage.Note(
                        "warn", "invoice.note.corrected-later", List.of(number(later)), "invoice.corrected-later"))
                .forEach(notes::add);
        if (details.payee() != null) {
            notes.add(new CodingPage.Note(
                    "warn", "invoice.note.payee", List.of(details.payee()), "invoice.payee-differs"));
        }
        return notes;
    }

    /** What the supplier says was paid already. */
    private static Optional<CodingPage.Note> paidBefore(InvoiceDetails details) {
        PolishTerms terms = details.invoice().polish();
        if (terms == null) {
            return Optional.empty();
        }
        if (terms.payments().paid()) {
            return Optional.of(new CodingPage.Note("info", "invoice.note.paid", List.of(), "invoice.paid-before"));
        }
        return terms.payments()
                .inParts()
                .map(sum ->
                        new CodingPage.Note("info", "invoice.note.paid-partly", List.of(sum), "invoice.paid-before"));
    }

    private Optional<CodingPage.Note> recognised(InvoiceDetails details) {
        UUID supplier = details.payeeId();
        SupplierMatch.How how = details.supplier().matchedBy();
        if (supplier == null || how == null) {
            return Optional.empty();
        }
        return parties.byId(new PartyId(supplier))
                .map(party -> new CodingPage.Note(
                        "info",
                        "invoice.note.recognised",
                        List.of(party.name(), texts.message("invoice.supplier.matched." + how, List.of())),
                        "supplier.recognised"));
    }

    /** An earlier invoice the supplier names: what it came to, or that it isn't with us. */
    private static CodingPage.Note named(LinkedInvoices.Linked one) {
        String what = one.advance() ? "settles" : "corrects";
        return one.gross() == null
                ? new CodingPage.Note(
                        "warn", "invoice.note." + what + "-missing", List.of(number(one)), "invoice.original-missing")
                : new CodingPage.Note(
                        "info", "invoice.note." + what, List.of(number(one), one.gross()), "invoice.original");
    }

    private static String number(LinkedInvoices.Linked one) {
        return one.number() != null ? one.number() : String.valueOf(one.ksefNumber());
    }

    private CodingPage.Note toldApart(DuplicateReport.Row row) {
        String reason = row.likeness().reason().name();
        return new CodingPage.Note(
                "info",
                "invoice.note.told-apart",
                List.of(
                        row.document(),
                        row.likeness().number(),
                        texts.message("invoice.duplicate." + reason, List.of()).toLowerCase(Locale.ROOT)),
                "duplicate.told-apart");
    }

    private Optional<CodingPage.Note> account(InvoiceDetails details) {
        String account = details.account();
        UUID supplier = details.supplierId();
        if (account == null || supplier == null) {
            return Optional.empty();
        }
        String bare = account.replaceAll("\\s", "");
        Optional<PartyAccount> known = parties.byId(new PartyId(supplier)).stream()
                .flatMap(party -> party.accounts().stream())
                .filter(one -> one.iban().equals(bare) || one.iban().equals("PL" + bare))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.of(
                    new CodingPage.Note("warn", "invoice.note.account-new", List.of(account), "supplier.new-account"));
        }
        return known.get().confirmed()
                ? Optional.empty()
                : Optional.of(new CodingPage.Note(
                        "warn", "invoice.note.account-unconfirmed", List.of(account), "supplier.account-unconfirmed"));
    }
}
