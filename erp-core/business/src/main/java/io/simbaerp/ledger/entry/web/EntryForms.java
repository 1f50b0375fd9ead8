package io.simbaerp.ledger.entry.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.entry.VatLines;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.tax.TaxCodes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Fills the form of an entry: empty, as a copy, or with the tax of its lines; and says what it offers. */
@Component
class EntryForms {

    private static final int LATEST = 5;

    private final JournalEntries entries;
    private final Offered offered;
    private final ManualEntries manual;
    private final VatLines vatLines;
    private final Formats formats;
    private final Clock clock;

    EntryForms(
            JournalEntries entries,
            Offered offered,
            ManualEntries manual,
            VatLines vatLines,
            Formats formats,
            Clock clock) {
        this.entries = entries;
        this.offered = offered;
        this.manual = manual;
        this.vatLines = vatLines;
        this.formats = formats;
        this.clock = clock;
    }

    /** What can be chosen, and who may be named. */
    @Component
    record Offered(
            ChartOfAccounts chart,
            CostCentres costCentres,
            Axes axes,
            TaxCodes taxCodes,
            Parties parties,
            Permission permission,
            BusinessDay businessDay,
            CurrentCompany company,
            TemplateFill templates,
            EntryProposals proposals) {

        List<EntryView.AccountChoice> accounts() {
            String language = LocaleContextHolder.getLocale().getLanguage();
            return chart.postable().stream()
                    .map((AccountView account) -> new EntryView.AccountChoice(
                            account.code(),
                            account.name(language),
                            account.normalSide().name(),
                            account.control(),
                            account.costCentreRequired(),
                            account.active() ? null : "ledger.entry-off-closed"))
                    .toList();
        }

        List<EntryView.Choice> centres() {
            String language = LocaleContextHolder.getLocale().getLanguage();
            return costCentres.all().stream()
                    .map(centre -> new EntryView.Choice(
                            centre.code(), centre.name(language), centre.active() ? null : "ledger.entry-off-closed"))
                    .toList();
        }

        List<EntryView.Choice> codes() {
            String language = LocaleContextHolder.getLocale().getLanguage();
            return taxCodes.validOn(businessDay.today()).stream()
                    .map(code -> new EntryView.Choice(code.code(), code.name(language), null))
                    .toList();
        }

        String partyName(@Nullable UUID id) {
            return id == null || !permission.has(Duty.VIEW_PARTY)
                    ? ""
                    : parties.byId(new PartyId(id)).map(PartyView::name).orElse("");
        }
    }

    EntryView.Books books(int drafts) {
        CurrencyCode base = offered.company().get().baseCurrency();
        return new EntryView.Books(
                base.code(),
                formats.number(Money.of("1234.56", base.code())),
                entries.journals(),
                offered.accounts(),
                offered.centres(),
                offered.codes(),
                offered.axes().choices(),
                entries.list(JournalEntries.Filter.NONE, null, LATEST),
                offered.templates().choices(),
                drafts);
    }

    ManualEntryForm empty(MultiValueMap<String, String> before) {
        String journal = before.getFirst("journal");
        LocalDate today = offered.businessDay().today();
        String posting = before.getFirst("postingDate");
        LocalDate day = posting == null ? null : ManualEntryForm.day(posting);
        return ManualEntryForm.empty(
                NewId.at(clock).toString(), journal == null ? "PK" : journal, day == null ? today : day);
    }

    /** The same lines on today's dates; what falls due does so after as many days. */
    ManualEntryForm copyOf(UUID id) {
        JournalEntryDetails entry =
                entries.byId(new JournalEntryId(id)).orElseThrow(() -> new NotFound("journal-entry", id));
        LocalDate today = offered.businessDay().today();
        return new ManualEntryForm(
                NewId.at(clock).toString(),
                entry.journal(),
                entry.kind() == EntryKind.ORDINARY ? "ORDINARY" : "CORRECTION",
                today.toString(),
                today.toString(),
                today.toString(),
                "",
                "",
                entry.narration(),
                "",
                "",
                entry.lines().stream()
                        .map(line -> copied(line, entry.documentDate(), today))
                        .toList());
    }

    /** The proposal a form corrects; nothing if it corrects none. */
    EntryProposals.@Nullable Proposal proposal(ManualEntryForm form) {
        UUID id = form.proposal();
        return id == null ? null : offered.proposals().byId(id);
    }

    /**
     * What was proposed, to be corrected: on its own dates.
     *
     * @throws RuleViolation journal-entry.form-too-small for what a program sent and the form has no fields for
     */
    ManualEntryForm ofProposal(UUID id) {
        JournalEntryDraft entry = offered.proposals().draft(id);
        if (entry.lines().stream().anyMatch(line -> line.transactionAmount() != null || line.splitPayment())) {
            throw new RuleViolation("journal-entry.form-too-small");
        }
        UUID document = entry.documentId();
        return new ManualEntryForm(
                id.toString(),
                entry.journal(),
                entry.kind() == EntryKind.ORDINARY ? "ORDINARY" : "CORRECTION",
                entry.operationDate().toString(),
                entry.documentDate().toString(),
                entry.postingDate().toString(),
                manual.named(entry),
                orEmpty(entry.documentNumber()),
                entry.narration(),
                document == null ? "" : document.toString(),
                id.toString(),
                entry.lines().stream().map(this::proposed).toList());
    }

    private ManualEntryForm.Line proposed(LineDraft line) {
        String amount = formats.number(line.amount());
        LocalDate due = line.dueDate();
        UUID party = line.partyId();
        return new ManualEntryForm.Line(
                line.account(),
                line.side() == Side.DEBIT ? amount : "",
                line.side() == Side.CREDIT ? amount : "",
                offered.partyName(party),
                party == null ? "" : party.toString(),
                due == null ? "" : due.toString(),
                orEmpty(line.costCentre()),
                orEmpty(line.vatCode()),
                orEmpty(line.text()),
                false,
                line.dimensions());
    }

    private ManualEntryForm.Line copied(JournalEntryDetails.Line line, LocalDate documentDate, LocalDate today) {
        LocalDate due = line.dueDate();
        return new ManualEntryForm.Line(
                line.account(),
                formats.number(line.debit()),
                formats.number(line.credit()),
                offered.partyName(line.partyId()),
                line.partyId() == null ? "" : line.partyId().toString(),
                due == null
                        ? ""
                        : today.plusDays(Math.max(0, ChronoUnit.DAYS.between(documentDate, due)))
                                .toString(),
                orEmpty(line.costCentre()),
                orEmpty(line.vatCode()),
                orEmpty(line.text()),
                false,
                line.dimensions());
    }

    /** The form with the lines of a template. */
    ManualEntryForm withTemplate(ManualEntryForm form, String code, String amount) {
        return offered.templates().into(form, code, amount);
    }

    /** The form with the tax of its lines, computed anew, before the first line that carries a party. */
    ManualEntryForm withVat(ManualEntryForm form) {
        List<ManualEntryForm.Line> lines = new ArrayList<>(
                form.filledLines().stream().filter(line -> !line.made()).toList());
        int last = 0;
        for (int at = 0; at < lines.size(); at++) {
            last = lines.get(at).vatCode().isBlank() ? last : at + 1;
        }
        lines.addAll(last, tax(form).stream().map(this::made).toList());
        return form.withLines(lines);
    }

    /** The lines of tax that belong to the others. */
    List<LineDraft> tax(ManualEntryForm form) {
        return vatLines.of(manual.bases(form), manual.taxDay(form));
    }

    ManualEntryForm.Line made(LineDraft line) {
        String amount = formats.number(line.amount());
        return new ManualEntryForm.Line(
                line.account(),
                line.side() == Side.DEBIT ? amount : "",
                line.side() == Side.CREDIT ? amount : "",
                "",
                "",
                "",
                orEmpty(line.costCentre()),
                orEmpty(line.vatCode()),
                orEmpty(line.text()),
                true,
                line.dimensions());
    }

    String numberOf(JournalEntryId id) {
        return entries.byId(id).map(JournalEntryDetails::number).orElse("");
    }

    /** What is called nothing in a form is an empty field. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
