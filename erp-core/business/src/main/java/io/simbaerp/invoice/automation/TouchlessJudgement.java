package io.simbaerp.invoice.automation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.identity.Memberships;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.Coding;
import io.simbaerp.invoice.coding.Precedent;
import io.simbaerp.invoice.coding.Proposal;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateWatch;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Judges whether an invoice is so ordinary that nobody needs to look at its coding. */
@Component
public class TouchlessJudgement {

    /** What was charged so far may be left behind by a fifth, either way. */
    private static final BigDecimal LOWER = new BigDecimal("0.8");

    private static final BigDecimal UPPER = new BigDecimal("1.2");

    /** The reason an invoice is coded by a person, and what fills its sentence. */
    public record Stop(TouchlessStop reason, List<Object> args) {

        static Stop of(TouchlessStop reason, Object... args) {
            return new Stop(reason, List.of(args));
        }
    }

    private final TouchlessRows rows;
    private final Memberships memberships;
    private final Documents documents;
    private final DuplicateWatch duplicates;
    private final OrdinaryTerms terms;
    private final Coding coding;

    TouchlessJudgement(
            TouchlessRows rows,
            Memberships memberships,
            Documents documents,
            DuplicateWatch duplicates,
            OrdinaryTerms terms,
            Coding coding) {
        this.rows = rows;
        this.memberships = memberships;
        this.documents = documents;
        this.duplicates = duplicates;
        this.terms = terms;
        this.coding = coding;
    }

    /** What stops touchless coding of this invoice; nothing if it may be coded as proposed. */
    public Optional<Stop> stops(InvoiceDetails details, CompanyId company) {
        UUID supplier = details.supplierId();
        if (supplier == null || rows.switchedOnBy(supplier).isEmpty()) {
            return Optional.of(Stop.of(TouchlessStop.NOT_SWITCHED_ON));
        }
        if (coder(supplier, company).isEmpty()) {
            return Optional.of(Stop.of(TouchlessStop.SWITCHED_ON_BY_NOBODY));
        }
        TouchlessSwitch present = rows.of(supplier);
        if (!present.earned()) {
            return Optional.of(Stop.of(TouchlessStop.EDITED_LATELY, TouchlessSwitch.NEEDED, present.unedited()));
        }
        return history(details)
                .or(() -> content(details))
                .or(() -> amount(details, supplier))
                .or(() -> precedents(details, supplier));
    }

    /** Who switched it on for the supplier, with the duties they hold now, if coding is still one of them. */
    Optional<Acting> coder(UUID supplier, CompanyId company) {
        return rows.switchedOnBy(supplier)
                .flatMap(person -> memberships.acting(person, company))
                .filter(acting -> acting.may(Duty.CODE_INVOICE));
    }

    private Optional<Stop> history(InvoiceDetails details) {
        if (!details.coding().isEmpty()) {
            return Optional.of(Stop.of(TouchlessStop.CODED_BEFORE));
        }
        if (rows.wasAsked(details.id())) {
            return Optional.of(Stop.of(TouchlessStop.QUESTION_ASKED));
        }
        return duplicates.isUndecided(details.sample())
                ? Optional.of(Stop.of(TouchlessStop.DUPLICATE))
                : Optional.empty();
    }

    private Optional<Stop> content(InvoiceDetails details) {
        if (details.creditNote() || OrdinaryTerms.corrects(details.invoice())) {
            return Optional.of(Stop.of(TouchlessStop.CORRECTION));
        }
        if (details.payee() != null) {
            return Optional.of(Stop.of(TouchlessStop.PAYEE, details.payee()));
        }
        Optional<String> account = terms.unconfirmedAccount(details);
        if (account.isPresent()) {
            return Optional.of(Stop.of(TouchlessStop.ACCOUNT, account.get()));
        }
        int findings = documents.findings(new DocumentId(details.documentId())).size()
                + (OrdinaryTerms.addsUp(details.invoice()) ? 0 : 1);
        return findings > 0 ? Optional.of(Stop.of(TouchlessStop.FINDING, findings)) : Optional.empty();
    }

    private Optional<Stop> amount(InvoiceDetails details, UUID supplier) {
        Optional<TouchlessRows.Range> usual = rows.usual(supplier, details.net().currency());
        if (usual.isEmpty() || usual.get().invoices() < TouchlessSwitch.NEEDED) {
            return Optional.of(Stop.of(TouchlessStop.AMOUNT, details.net(), "-", "-"));
        }
        Money least = scaled(usual.get().least(), LOWER);
        Money most = scaled(usual.get().most(), UPPER);
        boolean fits = details.net().compareTo(least) >= 0 && details.net().compareTo(most) <= 0;
        return fits ? Optional.empty() : Optional.of(Stop.of(TouchlessStop.AMOUNT, details.net(), least, most));
    }

    private static Money scaled(Money money, BigDecimal factor) {
        return new Money(Rounding.toCurrency(money.amount().multiply(factor), money.currency()), money.currency());
    }

    private Optional<Stop> precedents(InvoiceDetails details, UUID supplier) {
        Proposal proposal =
                coding.proposed(details.invoice(), supplier, details.dates().taxPoint());
        List<CodableLine> lines = CodableLine.of(details.invoice());
        for (CodableLine line : lines) {
            boolean known = proposal.precedent(line.key())
                    .filter(precedent -> precedent.basis() != Precedent.Basis.SAME_TAX)
                    .isPresent();
            if (!known) {
                return Optional.of(Stop.of(TouchlessStop.NO_PRECEDENT, line.key()));
            }
        }
        return terms.isPostable(details, proposal.lines()) && passes(lines, proposal, details)
                ? Optional.empty()
                : Optional.of(Stop.of(TouchlessStop.NOT_POSTABLE));
    }

    private boolean passes(List<CodableLine> lines, Proposal proposal, InvoiceDetails details) {
        try {
            LocalDate taxPoint = details.dates().taxPoint();
            coding.checked(
                    lines, proposal.lines(), taxPoint, terms.postingDay(details).orElse(taxPoint));
            return true;
        } catch (RuleViolation refused) {
            return false;
        }
    }
}
