package io.simbaerp.ledger.closing;

import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a year is closed, and what closing it would post.
 *
 * @param period where closing entries go
 * @param findings what the checks found
 * @param result income less expenses that are not closed yet; a loss if negative
 * @param entry what closing would post now; nothing if all is closed
 * @param closings what was posted so far and stands
 * @param nextYear the year that begins with the balances carried, if there is one
 */
public record YearEndView(
        FiscalYears.FiscalYearView year,
        String period,
        List<CloseFinding> findings,
        Money result,
        @Nullable JournalEntryDraft entry,
        List<JournalEntryDetails.Reference> closings,
        List<Carried> carried,
        @Nullable String nextYear) {

    /** A balance that goes on: debit less credit. */
    public record Carried(String account, String nameEn, String namePl, Money balance) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    /** Whether something stops closing. */
    public boolean blocked() {
        return findings.stream().anyMatch(CloseFinding::blocking);
    }
}
