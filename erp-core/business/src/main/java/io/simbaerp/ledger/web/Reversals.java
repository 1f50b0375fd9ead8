package io.simbaerp.ledger.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what taking an entry back will do, before it is done. */
@Component
class Reversals {

    private static final int PERIODS_TO_CHOOSE = 14;

    private final JournalEntries entries;
    private final OpenItems openItems;
    private final VatRegister vatRegister;
    private final FiscalPeriods periods;
    private final BusinessDay businessDay;

    Reversals(
            JournalEntries entries,
            OpenItems openItems,
            VatRegister vatRegister,
            FiscalPeriods periods,
            BusinessDay businessDay) {
        this.entries = entries;
        this.openItems = openItems;
        this.vatRegister = vatRegister;
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /**
     * What a reversal would do.
     *
     * @param possible whether the entry can be reversed: it is no reversal and has not been reversed
     * @param blackAllowed whether it may be reversed in black
     * @param currentPeriod the period of today
     * @param openPeriods the periods a reversal may be posted to
     * @param openItems what happens to each open item of the entry
     * @param vatRows the rows that will be taken out of the VAT register again
     */
    record ReversalView(
            boolean possible,
            boolean blackAllowed,
            LocalDate today,
            @Nullable String currentPeriod,
            List<String> openPeriods,
            List<ItemEffect> openItems,
            List<VatRegister.Row> vatRows) {}

    /**
     * What happens to an open item.
     *
     * @param settled what is still open and will be settled by the reversal
     * @param claimed what was settled already and will be open the other way round
     */
    record ItemEffect(UUID partyId, Money amount, Money settled, Money claimed, LocalDate dueDate) {

        static ItemEffect of(OpenItems.OpenItemView item) {
            return new ItemEffect(
                    item.partyId(),
                    item.amount(),
                    item.remaining(),
                    item.amount().minus(item.remaining()),
                    item.dueDate());
        }
    }

    ReversalView of(JournalEntryDetails entry) {
        LocalDate today = businessDay.today();
        return new ReversalView(
                entry.reversalOf() == null && entry.reversedBy() == null,
                entry.lines().stream().noneMatch(line -> line.amount().isNegative()),
                today,
                periods.of(today).map(FiscalPeriodView::code).orElse(null),
                periods.from(entry.postingDate(), PERIODS_TO_CHOOSE).stream()
                        .filter(FiscalPeriodView::open)
                        .map(FiscalPeriodView::code)
                        .toList(),
                openItems.ofEntry(entry.id()).stream().map(ItemEffect::of).toList(),
                vatRows(entry));
    }

    /** The rows of the VAT register that were written with the entry. */
    List<VatRegister.Row> vatRows(JournalEntryDetails entry) {
        return vatRegister.ofPosting(entry.idempotencyKey());
    }

    JournalEntryDetails entry(UUID id) {
        return entries.byId(new JournalEntryId(id)).orElseThrow(() -> new NotFound("journal-entry", id));
    }

    /** The day somebody named, else today. */
    LocalDate day(@Nullable LocalDate named) {
        return named == null ? businessDay.today() : named;
    }

    /**
     * The period somebody named, else the one of the day.
     *
     * @throws RuleViolation period.unknown
     */
    String period(@Nullable String named, LocalDate day) {
        return named != null
                ? named
                : periods.of(day)
                        .map(FiscalPeriodView::code)
                        .orElseThrow(() -> RuleViolation.ofField("periodCode", "period.unknown", day));
    }
}
