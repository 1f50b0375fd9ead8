package io.simbaerp.expense.booking;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.invoice.RegisteredInvoices;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that the tax of an invoice is deducted once: by its purchase invoice, or by one claim. */
@Component
class DeductedInvoices {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final RegisteredInvoices registered;

    DeductedInvoices(JdbcClient jdbc, CurrentActor currentActor, RegisteredInvoices registered) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.registered = registered;
    }

    /** The invoice of a line that has its number and its seller's tax id. */
    static RegisteredInvoices.Key key(ClaimView.LineView line) {
        return RegisteredInvoices.Key.of(
                Objects.requireNonNull(line.merchantTaxId()), Objects.requireNonNull(line.documentNumber()));
    }

    /** Why tax of it is deducted elsewhere: {@code expense.invoice-registered} or {@code expense.invoice-claimed}. */
    Optional<RuleViolation> refusal(UUID claim, ClaimView.LineView line, UUID seller) {
        RegisteredInvoices.Key key = key(line);
        String number = Objects.requireNonNull(line.documentNumber());
        if (registered.has(seller, key)) {
            return Optional.of(new RuleViolation("expense.invoice-registered", number));
        }
        return jdbc.sql("""
                        select d.number from expense.claims_that_deduct(:company, :seller, :digits, :number) d
                         where d.claim_id <> :claim order by d.number limit 1""")
                .param("company", currentActor.company().value())
                .param("seller", seller)
                .param("digits", key.sellerDigits())
                .param("number", key.number())
                .param("claim", claim)
                .query(String.class)
                .optional()
                .map(other -> new RuleViolation("expense.invoice-claimed", number, other));
    }

    /** The first of a coded claim's. */
    Optional<RuleViolation> refusal(ClaimView claim) {
        return claim.lines().stream()
                .flatMap(line -> {
                    ClaimView.CodingView coding = line.coding();
                    UUID seller = coding == null ? null : coding.sellerId();
                    return seller == null ? Stream.empty() : refusal(claim.id(), line, seller).stream();
                })
                .findFirst();
    }
}
