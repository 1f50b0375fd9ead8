package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The VAT register, by period and by document. */
@Query(Duty.VIEW_LEDGER)
public class VatRegister {

    /**
     * A row of the register.
     *
     * @param vatPeriod null while deduction waits for payment
     * @param postingKey the key of the journal entry it was written with; unseen like the document's number, which it holds
     * @param reverses the row this one takes back
     */
    public record Row(
            UUID id,
            @Nullable UUID documentId,
            VatDirection direction,
            String taxCode,
            @Nullable String baseColumn,
            @Nullable String taxColumn,
            Money base,
            Money tax,
            Money deductibleTax,
            @Nullable String vatPeriod,
            @Nullable String ksefNumber,
            @Nullable UUID partyId,
            String documentNumber,
            LocalDate documentDate,
            String postingKey,
            @Nullable UUID reverses) {

        /** What follows this row in the list of its period. */
        public String cursor() {
            return documentDate + "_" + id;
        }
    }

    /** Sums of a period per direction and code. */
    public record Sum(VatDirection direction, String taxCode, int rows, Money base, Money tax, Money deductibleTax) {}

    /** What of a document's input tax waits for the payment. */
    public record Waiting(
            UUID documentId,
            String documentNumber,
            LocalDate documentDate,
            Money base,
            Money tax,
            Money deductibleTax) {}

    private record Cursor(LocalDate day, UUID id) {

        static Cursor parse(String text) {
            String[] parts = text.split("_");
            try {
                return new Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw RuleViolation.ofField("after", "list.cursor-unknown", text);
            }
        }
    }

    private static final String SELECT = """
            select id, direction, tax_code, base_column, tax_column, currency, base, tax, deductible_tax,
                   vat_period, party_id, document_date, reverses,\s""" + Confidential.orUnseen("document_id", "posting_key")
            + " as posting_key, " + Confidential.orNothing("document_id", "document_id")
            + " as document_id, " + Confidential.orNothing("document_id", "ksef_number") + " as ksef_number, "
            + Confidential.orUnseen("document_id", "document_number") + " as document_number" + """

              from tax.vat_register_row
             where company_id = :company\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    VatRegister(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /**
     * Rows of a VAT period by date of the document.
     *
     * @param period such as {@code 2026-11}
     * @param after the {@link Row#cursor()} of the last row seen, or null for the first page
     */
    public List<Row> ofPeriod(String period, VatDirection direction, @Nullable String after, int limit) {
        Cursor cursor = after == null ? new Cursor(LocalDate.EPOCH, new UUID(0, 0)) : Cursor.parse(after);
        return jdbc.sql(SELECT + """
                        and vat_period = :period and direction = :direction
                        and (document_date, id) > (:afterDay, :afterId)
                        order by document_date, id limit :limit""")
                .param("company", currentActor.company().value())
                .param("period", period)
                .param("direction", direction.name())
                .param("afterDay", cursor.day())
                .param("afterId", cursor.id())
                .param("limit", limit)
                .query(VatRegister::row)
                .list();
    }

    /** The rows of a document. */
    public List<Row> ofDocument(UUID documentId) {
        return jdbc.sql(SELECT + "and document_id = :document order by direction, tax_code, id")
                .param("company", currentActor.company().value())
                .param("document", documentId)
                .query(VatRegister::row)
                .list();
    }

    /** The rows that were written with a journal entry, by the entry's key. */
    public List<Row> ofPosting(String postingKey) {
        return jdbc.sql(SELECT + "and posting_key = :posting order by direction, tax_code, id")
                .param("company", currentActor.company().value())
                .param("posting", postingKey)
                .query(VatRegister::row)
                .list();
    }

    /** The numbers in KSeF of those documents that have one, as the register knows them. */
    public Map<UUID, String> ksefNumbers(Collection<UUID> documents) {
        Map<UUID, String> numbers = new HashMap<>();
        jdbc.sql("select distinct document_id, ksef_number from tax.vat_register_row where company_id = :company"
                        + " and document_id = any(:documents) and ksef_number is not null"
                        + " and document_id not in (select simba.hidden_records())")
                .param("company", currentActor.company().value())
                .param("documents", documents.stream().distinct().toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(row.getObject("document_id", UUID.class), row.getString("ksef_number"));
                });
        return numbers;
    }

    /** The occasions on which rows of a document were written that still stand, first things first. */
    public List<String> standingPostings(UUID documentId) {
        return jdbc.sql("""
                        select r.posting_key
                          from tax.vat_register_row r
                         where r.company_id = :company and r.document_id = :document and r.reverses is null
                           and not exists (select from tax.vat_register_row b
                                            where b.company_id = r.company_id and b.reverses = r.id)
                         group by r.posting_key order by min(r.recorded_at), r.posting_key""")
                .param("company", currentActor.company().value())
                .param("document", documentId)
                .query(String.class)
                .list();
    }

    /** Documents whose input tax waits for the payment, the oldest first. */
    public List<Waiting> waiting(int limit) {
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select document_id, document_number, document_date, sum(base) as base, sum(tax) as tax,
                               sum(deductible_tax) as deductible_tax
                          from tax.vat_register_row
                         where company_id = :company and vat_period is null and direction = 'INPUT'
                           and document_id is not null and document_id not in (select simba.hidden_records())
                         group by document_id, document_number, document_date
                        having sum(tax) <> 0 or sum(base) <> 0
                         order by document_date, document_id limit :limit""")
                .param("company", currentActor.company().value())
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getObject("document_id", UUID.class),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class),
                        new Money(row.getBigDecimal("base"), currency).rounded(),
                        new Money(row.getBigDecimal("tax"), currency).rounded(),
                        new Money(row.getBigDecimal("deductible_tax"), currency).rounded()))
                .list();
    }

    /** The sums of a VAT period. */
    public List<Sum> sums(String period) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select direction, tax_code, count(*) as row_count, sum(base) as base, sum(tax) as tax,
                               sum(deductible_tax) as deductible_tax
                          from tax.vat_register_row
                         where company_id = :company and vat_period = :period
                         group by direction, tax_code order by direction desc, tax_code""")
                .param("company", currentActor.company().value())
                .param("period", period)
                .query((row, n) -> new Sum(
                        VatDirection.valueOf(row.getString("direction")),
                        row.getString("tax_code"),
                        row.getInt("row_count"),
                        new Money(row.getBigDecimal("base"), base).rounded(),
                        new Money(row.getBigDecimal("tax"), base).rounded(),
                        new Money(row.getBigDecimal("deductible_tax"), base).rounded()))
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("document_id", UUID.class),
                VatDirection.valueOf(row.getString("direction")),
                row.getString("tax_code"),
                row.getString("base_column"),
                row.getString("tax_column"),
                new Money(row.getBigDecimal("base"), currency).rounded(),
                new Money(row.getBigDecimal("tax"), currency).rounded(),
                new Money(row.getBigDecimal("deductible_tax"), currency).rounded(),
                row.getString("vat_period"),
                row.getString("ksef_number"),
                row.getObject("party_id", UUID.class),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("posting_key"),
                row.getObject("reverses", UUID.class));
    }
}
