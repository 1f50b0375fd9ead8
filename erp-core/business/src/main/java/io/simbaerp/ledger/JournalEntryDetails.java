package io.simbaerp.ledger;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posted entry with all its lines.
 *
 * @param number journal, year and gap-free number, such as {@code ZK/2026/000017}
 * @param idempotencyKey the key it was posted with; VAT register rows of the same occasion carry it too
 * @param recordedBy the actor who posted it, as {@code person:<id>}
 * @param reversalOf the entry this one takes back
 * @param reversedBy the entry that took this one back
 */
public record JournalEntryDetails(
        JournalEntryId id,
        String number,
        String journal,
        EntryKind kind,
        LocalDate operationDate,
        LocalDate documentDate,
        LocalDate postingDate,
        String periodCode,
        Instant recordedAt,
        String recordedBy,
        String narration,
        @Nullable UUID documentId,
        @Nullable String documentNumber,
        @Nullable String approvalReference,
        String idempotencyKey,
        @Nullable Reference reversalOf,
        @Nullable Reference reversedBy,
        Money total,
        List<Line> lines) {

    JournalEntryDetails withLines(List<Line> found) {
        return new JournalEntryDetails(
                id,
                number,
                journal,
                kind,
                operationDate,
                documentDate,
                postingDate,
                periodCode,
                recordedAt,
                recordedBy,
                narration,
                documentId,
                documentNumber,
                approvalReference,
                idempotencyKey,
                reversalOf,
                reversedBy,
                total,
                found);
    }

    /** Another entry, by id and number. */
    public record Reference(JournalEntryId id, String number) {

        static @Nullable Reference of(@Nullable UUID id, String number) {
            return id == null ? null : new Reference(new JournalEntryId(id), number);
        }
    }

    /**
     * One line.
     *
     * @param debit the amount if it stands on the debit side
     * @param credit the amount if it stands on the credit side
     * @param dimensions numbers of values by the codes of their axes
     */
    public record Line(
            int lineNumber,
            String account,
            String accountNameEn,
            String accountNamePl,
            Side side,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable Money transactionAmount,
            @Nullable ExchangeRate rate,
            @Nullable UUID partyId,
            @Nullable String vatCode,
            @Nullable LocalDate dueDate,
            @Nullable String costCentre,
            @Nullable String text,
            boolean openItem,
            boolean splitPayment,
            Map<String, String> dimensions) {

        /** The amount, on whichever side it stands. */
        public Money amount() {
            return debit != null ? debit : Objects.requireNonNull(credit);
        }

        /** The line that takes this one back. */
        public LineDraft mirrored(EntryKind kind) {
            boolean red = kind == EntryKind.RED_REVERSAL;
            Money transaction = transactionAmount;
            return new LineDraft(
                    account,
                    red ? side : side.opposite(),
                    red ? amount().negated() : amount(),
                    transaction == null || !red ? transaction : transaction.negated(),
                    rate,
                    partyId,
                    vatCode,
                    dueDate,
                    costCentre,
                    text,
                    openItem,
                    splitPayment,
                    dimensions);
        }

        static @Nullable ExchangeRate rate(ResultSet row, @Nullable String currency, CurrencyCode base)
                throws SQLException {
            BigDecimal rate = row.getBigDecimal("rate");
            return rate == null || currency == null
                    ? null
                    : new ExchangeRate(
                            CurrencyCode.of(currency),
                            base,
                            rate.stripTrailingZeros(),
                            row.getObject("rate_date", LocalDate.class),
                            row.getString("rate_table"),
                            row.getString("rate_source"));
        }
    }
}
