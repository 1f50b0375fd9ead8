package io.simbaerp.ledger.openitem;

import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes beside an open item what the supplier says was paid before the invoice came. It settles nothing: the bank
 * statement does.
 */
@Component
public class PaidBefore {

    private final JdbcClient jdbc;

    PaidBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the transaction that posts the entry.
     *
     * @param part how much of what it leaves us owing; nothing for all of it
     */
    public void say(JournalEntryId entry, @Nullable Money part) {
        BigDecimal amount = part == null ? null : part.amount();
        jdbc.sql("select ledger.say_paid_before(:entry, :part)")
                .param("entry", entry.value())
                .param("part", amount, Types.NUMERIC)
                .query((row, n) -> n)
                .list();
    }
}
