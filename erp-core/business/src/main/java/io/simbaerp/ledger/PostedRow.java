package io.simbaerp.ledger;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** An entry as {@code ledger.post_entry} takes it: one JSON object, so that posting is one call. */
record PostedRow(
        String key,
        UUID id,
        UUID journalId,
        UUID fiscalPeriodId,
        EntryKind kind,
        LocalDate operationDate,
        LocalDate documentDate,
        LocalDate postingDate,
        Instant recordedAt,
        String recordedBy,
        String narration,
        @Nullable UUID documentId,
        @Nullable String documentNumber,
        @Nullable String approvalReference,
        String hash,
        @Nullable UUID reversalOf,
        int lineCount,
        BigDecimal total,
        List<Line> lines) {

    /** A line of it. */
    record Line(
            int lineNumber,
            UUID accountId,
            @Nullable BigDecimal debit,
            @Nullable BigDecimal credit,
            @Nullable String currency,
            @Nullable BigDecimal transactionAmount,
            @Nullable BigDecimal rate,
            @Nullable LocalDate rateDate,
            @Nullable String rateTable,
            @Nullable String rateSource,
            @Nullable UUID partyId,
            @Nullable String vatCode,
            @Nullable LocalDate dueDate,
            @Nullable UUID costCentreId,
            @Nullable Map<UUID, UUID> dimensions,
            @Nullable String text,
            boolean openItem,
            boolean splitPayment) {}

    private static final JsonMapper ROW_JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final JsonMapper HASH_JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainAmount()))
            .build();

    static PostedRow of(
            JournalEntry entry, UUID id, Instant recordedAt, Actor recordedBy, String hash, @Nullable UUID reversalOf) {
        JournalEntryDraft draft = entry.draft();
        return new PostedRow(
                draft.idempotencyKey(),
                id,
                entry.journalId(),
                entry.period().id(),
                draft.kind(),
                draft.operationDate(),
                draft.documentDate(),
                draft.postingDate(),
                recordedAt,
                recordedBy.toString(),
                draft.narration(),
                draft.documentId(),
                draft.documentNumber(),
                draft.approvalReference(),
                hash,
                reversalOf,
                entry.lines().size(),
                entry.total(),
                lines(entry));
    }

    private static List<Line> lines(JournalEntry entry) {
        List<Line> rows = new ArrayList<>();
        for (JournalEntry.Line line : entry.lines()) {
            LineDraft draft = line.draft();
            BigDecimal amount = draft.amount().amount();
            Money transaction = draft.transactionAmount();
            ExchangeRate rate = draft.rate();
            rows.add(new Line(
                    rows.size() + 1,
                    line.accountId(),
                    draft.side() == Side.DEBIT ? amount : null,
                    draft.side() == Side.CREDIT ? amount : null,
                    transaction == null ? null : transaction.currency().code(),
                    transaction == null ? null : transaction.amount(),
                    rate == null ? null : rate.rate(),
                    rate == null ? null : rate.date(),
                    rate == null ? null : rate.table(),
                    rate == null ? null : rate.source(),
                    draft.partyId(),
                    draft.vatCode(),
                    draft.dueDate(),
                    line.costCentreId(),
                    line.dimensions(),
                    draft.text(),
                    draft.openItem(),
                    draft.splitPayment()));
        }
        return rows;
    }

    String json() {
        return ROW_JSON.writeValueAsString(this);
    }

    /** What tells whether a key is used again for the same entry: SHA-256 over the draft. */
    static String hash(JournalEntryDraft draft) {
        return Sha256.of(HASH_JSON.writeValueAsString(draft));
    }

    /** 100 and 100.00 are the same amount. */
    private static final class PlainAmount extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context) {
            json.writeString(amount.stripTrailingZeros().toPlainString());
        }
    }

    /** Where a batch waits for {@code ledger.post_staged}, which puts it into the books as a set. */
    static final class Stage {

        private final StringBuilder entries = new StringBuilder();
        private final StringBuilder lines = new StringBuilder();

        private Stage() {}

        static void post(List<PostedRow> rows, JdbcOperations database) {
            if (rows.isEmpty()) {
                return;
            }
            Stage stage = new Stage();
            for (int place = 0; place < rows.size(); place++) {
                stage.add(rows.get(place), place);
            }
            database.execute((ConnectionCallback<Long>) stage::copyTo);
            PostedRow first = rows.get(0);
            database.query(
                    "select ledger.post_staged(?::timestamptz, ?)",
                    row -> {},
                    first.recordedAt().toString(),
                    first.recordedBy());
        }

        private Long copyTo(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select ledger.open_stage()");
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try {
                return copy.copyIn("copy entry_stage from stdin", new StringReader(entries.toString()))
                        + copy.copyIn("copy line_stage from stdin", new StringReader(lines.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void add(PostedRow row, int place) {
            values(
                    entries,
                    place,
                    row.key,
                    row.id,
                    row.journalId,
                    row.fiscalPeriodId,
                    row.kind,
                    row.operationDate,
                    row.documentDate,
                    row.postingDate,
                    row.narration,
                    row.documentId,
                    row.documentNumber,
                    row.approvalReference,
                    row.hash,
                    row.lineCount,
                    row.total.toPlainString());
            row.lines.forEach(line -> add(row, line));
        }

        private void add(PostedRow row, Line line) {
            values(
                    lines,
                    row.id,
                    row.postingDate,
                    line.lineNumber,
                    line.accountId,
                    plain(line.debit),
                    plain(line.credit),
                    line.currency,
                    plain(line.transactionAmount),
                    plain(line.rate),
                    line.rateDate,
                    line.rateTable,
                    line.rateSource,
                    line.partyId,
                    line.vatCode,
                    line.dueDate,
                    line.costCentreId,
                    line.dimensions == null ? null : ROW_JSON.writeValueAsString(line.dimensions),
                    line.text,
                    line.openItem,
                    line.splitPayment);
        }

        private static @Nullable String plain(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }

        /** One row in the text format of COPY. */
        private static void values(StringBuilder copy, @Nullable Object... values) {
            for (int at = 0; at < values.length; at++) {
                copy.append(at == 0 ? "" : "\t");
                Object value = values[at];
                if (value == null) {
                    copy.append("\\N");
                } else if (value instanceof String text) {
                    escape(copy, text);
                } else {
                    copy.append(value);
                }
            }
            copy.append('\n');
        }

        private static void escape(StringBuilder copy, String text) {
            for (int at = 0; at < text.length(); at++) {
                char sign = text.charAt(at);
                switch (sign) {
                    case '\\' -> copy.append("\\\\");
                    case '\n' -> copy.append("\\n");
                    case '\r' -> copy.append("\\r");
                    case '\t' -> copy.append("\\t");
                    default -> copy.append(sign);
                }
            }
        }
    }
}
