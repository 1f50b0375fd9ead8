package io.simbaerp.ledger.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Above which sum an entry made by hand needs a second person. */
@Component
public class EntryLimits {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    EntryLimits(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** The limit; nothing if the company has set none. */
    public Optional<Money> limit() {
        return jdbc.sql("select amount from ledger.entry_limit where company_id = ?")
                .param(currentActor.company().value())
                .query(BigDecimal.class)
                .optional()
                .map(amount -> new Money(amount, currentCompany.get().baseCurrency()).rounded());
    }

    /** The limit, if the entry exceeds it. */
    public Optional<Money> exceededBy(JournalEntryDraft draft) {
        return limit().filter(limit -> exceeds(draft, limit));
    }

    /** Whether the entry's debits exceed this. Amounts count without their sign: a red entry is no smaller. */
    public static boolean exceeds(JournalEntryDraft draft, Money limit) {
        long debits = draft.lines().stream()
                .filter(line -> line.side() == Side.DEBIT)
                .map(LineDraft::amount)
                .mapToLong(amount -> Math.abs(amount.hundredths()))
                .sum();
        return debits > limit.hundredths();
    }
}
