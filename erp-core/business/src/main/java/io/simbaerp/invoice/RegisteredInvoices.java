package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.invoice.registration.InvoiceNumber;
import java.sql.Types;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether an invoice is among the purchase invoices, so that nobody deducts its tax or claims it once more. Tells nothing
 * else of it, also where it is confidential.
 */
@Query(Duty.BELONG_TO_COMPANY)
public class RegisteredInvoices {

    private final JdbcClient jdbc;

    RegisteredInvoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An invoice as it is compared with others.
     *
     * @param sellerDigits the seller's tax id without what may be written differently
     * @param number likewise
     */
    public record Key(String sellerDigits, String number) {

        /** As somebody wrote them. */
        public static Key of(String sellerTaxId, String number) {
            return new Key(TaxIdText.digits(sellerTaxId), InvoiceNumber.normalised(number));
        }
    }

    /** Which of these are there, whoever the seller is among the partners. */
    public Set<Key> among(Collection<Key> keys) {
        return jdbc.sql("""
                        select k.digits, k.number
                          from unnest(cast(:digits as text[]), cast(:numbers as text[])) k (digits, number)
                         where invoice.is_registered(null, k.digits, k.number)""")
                .param("digits", keys.stream().map(Key::sellerDigits).toArray(String[]::new))
                .param("numbers", keys.stream().map(Key::number).toArray(String[]::new))
                .query((row, n) -> new Key(row.getString("digits"), row.getString("number")))
                .set();
    }

    /** Rejected ones don't count. */
    public boolean has(@Nullable UUID seller, Key key) {
        return jdbc.sql("select invoice.is_registered(:seller, :digits, :number)")
                .param("seller", seller, Types.OTHER)
                .param("digits", key.sellerDigits())
                .param("number", key.number())
                .query(Boolean.class)
                .single();
    }
}
