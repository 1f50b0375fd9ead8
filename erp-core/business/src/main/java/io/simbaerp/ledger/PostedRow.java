package io.simbaerp.ledger;

import io.simbaerp.architecture.Actor;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(HASH_JSON.writeValueAsString(draft).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** 100 and 100.00 are the same amount. */
    private static final class PlainAmount extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context) {
            json.writeString(amount.stripTrailingZeros().toPlainString());
        }
    }
}
