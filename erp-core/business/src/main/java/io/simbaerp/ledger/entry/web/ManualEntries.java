package io.simbaerp.ledger.entry.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.draft.EntryDrafts;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what somebody typed into an entry that can be judged. */
@Component
class ManualEntries {

    private final CurrentCompany company;
    private final NamedPeriods periods;
    private final BusinessDay businessDay;
    private final Parties parties;
    private final Distributions distributions;

    ManualEntries(
            CurrentCompany company,
            NamedPeriods periods,
            BusinessDay businessDay,
            Parties parties,
            Distributions distributions) {
        this.company = company;
        this.periods = periods;
        this.businessDay = businessDay;
        this.parties = parties;
        this.distributions = distributions;
    }

    /**
     * The entry of a form.
     *
     * @throws RuleViolation period.unknown, and of journal-entry: amount-unreadable, two-sides, party-unknown,
     *     day-unreadable
     */
    JournalEntryDraft draft(ManualEntryForm form) {
        LocalDate posting = day("postingDate", form.postingDate(), businessDay.today());
        LocalDate document = day("documentDate", form.documentDate(), posting);
        List<LineDraft> lines = new ArrayList<>();
        for (ManualEntryForm.Line line : form.filledLines()) {
            lines.add(line(lines.size(), line));
        }
        return new JournalEntryDraft(
                form.journal(),
                day("operationDate", form.operationDate(), document),
                document,
                posting,
                periods.of(form.period(), posting),
                "CORRECTION".equals(form.kind()) ? EntryKind.CORRECTION : EntryKind.ORDINARY,
                narration(form),
                form.source(),
                form.documentNumber().isBlank() ? null : form.documentNumber(),
                null,
                EntryDrafts.KEY + form.key(),
                distributions.split(lines, posting));
    }

    /** The period of an entry as a form names it: not at all, if it follows from the day. */
    String named(JournalEntryDraft entry) {
        return periods.of("", entry.postingDate()).equals(entry.periodCode()) ? "" : entry.periodCode();
    }

    /** The lines alone, for what is computed from them. Those that were computed are left out. */
    List<LineDraft> bases(ManualEntryForm form) {
        List<LineDraft> lines = new ArrayList<>();
        for (ManualEntryForm.Line line : form.filledLines()) {
            if (!line.made() && !line.vatCode().isBlank()) {
                lines.add(line(lines.size(), line));
            }
        }
        return lines;
    }

    /** The day whose VAT codes hold. */
    LocalDate taxDay(ManualEntryForm form) {
        return day("operationDate", form.operationDate(), businessDay.today());
    }

    /** What is not said stays what it is about: whom, and which document. */
    private static String narration(ManualEntryForm form) {
        if (!form.narration().isBlank()) {
            return form.narration();
        }
        return form.filledLines().stream()
                .map(ManualEntryForm.Line::party)
                .filter(party -> !party.isBlank())
                .findFirst()
                .map(party -> form.documentNumber().isBlank() ? party : party + ", " + form.documentNumber())
                .orElse("");
    }

    private LineDraft line(int index, ManualEntryForm.Line line) {
        BigDecimal debit = amount(index, line.debit());
        BigDecimal credit = amount(index, line.credit());
        if (debit != null && credit != null) {
            throw RuleViolation.ofField("lines[" + index + "]", "journal-entry.two-sides", index + 1);
        }
        BigDecimal amount = debit != null ? debit : credit != null ? credit : BigDecimal.ZERO;
        LocalDate due =
                line.dueDate().isBlank() ? null : day("lines[" + index + "]", line.dueDate(), businessDay.today());
        return new LineDraft(
                line.accountCode(),
                debit != null || credit == null ? Side.DEBIT : Side.CREDIT,
                new Money(amount, company.get().baseCurrency()),
                null,
                null,
                party(index, line),
                line.vatCode().isBlank() ? null : line.vatCode(),
                due,
                line.costCentre().isBlank() ? null : line.costCentre(),
                line.text().isBlank() ? null : line.text(),
                due != null,
                false,
                line.dimensions());
    }

    private static @Nullable BigDecimal amount(int index, String text) {
        String plain = EnteredNumber.plain(text);
        if (plain == null || plain.isBlank()) {
            return null;
        }
        if (!plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw RuleViolation.ofField("lines[" + index + "]", "journal-entry.amount-unreadable", index + 1, text);
        }
        return new BigDecimal(plain);
    }

    /** The one that was chosen, else by tax id, or by a name only one party has. */
    private @Nullable UUID party(int index, ManualEntryForm.Line line) {
        String text = line.party();
        if (text.isBlank()) {
            return null;
        }
        PartyView chosen = chosen(line.partyId());
        if (chosen != null && chosen.name().equals(text)) {
            return chosen.id().value();
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() >= 8) {
            PartyView known = parties.byTaxId(digits).orElse(null);
            if (known != null) {
                return known.id().value();
            }
        }
        List<PartyView> found = parties.search(text, null, 2);
        if (found.size() != 1) {
            throw RuleViolation.ofField("lines[" + index + "]", "journal-entry.party-unknown", index + 1, text);
        }
        return found.get(0).id().value();
    }

    private @Nullable PartyView chosen(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? parties.byId(new PartyId(UUID.fromString(id))).orElse(null)
                : null;
    }

    private static LocalDate day(String field, String text, LocalDate otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        LocalDate day = ManualEntryForm.day(text);
        if (day == null) {
            throw RuleViolation.ofField(field, "journal-entry.day-unreadable", text);
        }
        return day;
    }
}
