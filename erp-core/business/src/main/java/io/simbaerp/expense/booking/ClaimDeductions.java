package io.simbaerp.expense.booking;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.invoice.ClaimedInvoices;
import io.simbaerp.invoice.RegisteredInvoices;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells purchase invoices out of which claims the tax of an invoice is deducted. */
@Component
class ClaimDeductions implements ClaimedInvoices {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ClaimDeductions(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public Optional<String> deductedBy(@Nullable UUID seller, RegisteredInvoices.Key invoice) {
        return jdbc.sql("""
                        select d.number from expense.claims_that_deduct(:company, :seller, :digits, :number) d
                         where d.state = 'POSTED' order by d.number limit 1""")
                .param("company", currentActor.company().value())
                .param("seller", seller, Types.OTHER)
                .param("digits", invoice.sellerDigits())
                .param("number", invoice.number())
                .query(String.class)
                .optional();
    }
}
