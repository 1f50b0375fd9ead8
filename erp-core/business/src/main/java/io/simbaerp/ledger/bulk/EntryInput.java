package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.dimension.LineSplit;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry as programs and files send it; days that are left out are the posting date, the period that of the posting
 * date.
 *
 * @param key what keeps it from being posted twice, chosen by whoever sends it
 */
public record EntryInput(
        @Nullable String key,
        @Nullable String journal,
        @Nullable LocalDate operationDate,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate postingDate,
        @Nullable String period,
        @Nullable EntryKind kind,
        @Nullable String narration,
        @Nullable String documentNumber,
        @Nullable List<Line> lines) {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,6})](.*)");

    /** A line of it: a debit or a credit. */
    public record Line(
            @Nullable String account,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable Money transactionAmount,
            @Nullable ExchangeRate rate,
            @Nullable UUID partyId,
            @Nullable String vatCode,
            @Nullable LocalDate dueDate,
            @Nullable String costCentre,
            @Nullable Map<String, @Nullable String> dimensions,
            @Nullable String text,
            @Nullable Boolean openItem) {}

    /**
     * What is taken for what was left out, and for distribution keys.
     *
     * @param splitting the parts of lines on a day
     */
    public record Defaults(
            LocalDate today,
            Function<LocalDate, String> period,
            BiFunction<List<LineDraft>, LocalDate, List<LineDraft>> splitting) {

        /** For many entries: the period of a day is looked up once, and the keys are. */
        public static Defaults remembering(LocalDate today, NamedPeriods periods, Distributions distributions) {
            Map<LocalDate, String> known = new HashMap<>();
            return new Defaults(
                    today,
                    day -> known.computeIfAbsent(day, unknown -> periods.of("", unknown)),
                    LineSplit.by(distributions.all())::all);
        }
    }

    /**
     * The entry to be posted.
     *
     * @param idempotencyKey as it is kept
     * @throws RuleViolation journal-entry.kind-of-reversal, journal-entry.two-sides, period.unknown, and of distribution:
     *     unknown, inactive, of-other-axis, open-item
     */
    public JournalEntryDraft draft(String idempotencyKey, Defaults defaults) {
        LocalDate posting = Objects.requireNonNullElse(postingDate, defaults.today());
        LocalDate document = Objects.requireNonNullElse(documentDate, posting);
        EntryKind ofKind = Objects.requireNonNullElse(kind, EntryKind.ORDINARY);
        if (ofKind != EntryKind.ORDINARY && ofKind != EntryKind.CORRECTION) {
            throw RuleViolation.ofField("kind", "journal-entry.kind-of-reversal", ofKind);
        }
        List<LineDraft> drafts = new ArrayList<>();
        for (Line line : Objects.requireNonNullElse(lines, List.<Line>of())) {
            drafts.add(draft(drafts.size(), line));
        }
        return new JournalEntryDraft(
                text(journal),
                Objects.requireNonNullElse(operationDate, document),
                document,
                posting,
                text(period).isEmpty() ? defaults.period().apply(posting) : text(period),
                ofKind,
                text(narration),
                null,
                documentNumber,
                null,
                idempotencyKey,
                defaults.splitting().apply(drafts, posting));
    }

    /** A refusal of the entry with its line counted as it was sent: keys make more lines of them. */
    public RuleViolation asSent(RuleViolation refused, Defaults defaults) {
        Matcher place = LINE.matcher(Objects.requireNonNullElse(refused.field(), ""));
        if (!place.matches()) {
            return refused;
        }
        LocalDate posting = Objects.requireNonNullElse(postingDate, defaults.today());
        int left = Integer.parseInt(place.group(1));
        int own = 0;
        for (Line line : Objects.requireNonNullElse(lines, List.<Line>of())) {
            int parts = LineSplit.namesKey(line.costCentre(), named(line.dimensions()))
                    ? defaults.splitting()
                            .apply(List.of(draft(own, line)), posting)
                            .size()
                    : 1;
            if (left < parts) {
                break;
            }
            left -= parts;
            own++;
        }
        List<Object> args = new ArrayList<>(refused.args());
        if (!args.isEmpty() && args.get(0).equals(Integer.parseInt(place.group(1)) + 1)) {
            args.set(0, own + 1);
        }
        return RuleViolation.ofField("lines[" + own + "]" + place.group(2), refused.rule(), args.toArray());
    }

    private static LineDraft draft(int index, Line line) {
        Money debit = line.debit();
        Money amount = debit == null ? line.credit() : debit;
        if (amount == null || (debit != null && line.credit() != null)) {
            throw RuleViolation.ofField("lines[" + index + "]", "journal-entry.two-sides", index + 1);
        }
        return new LineDraft(
                text(line.account()),
                debit == null ? Side.CREDIT : Side.DEBIT,
                amount,
                line.transactionAmount(),
                line.rate(),
                line.partyId(),
                line.vatCode(),
                line.dueDate(),
                line.costCentre(),
                line.text(),
                line.openItem() == null ? line.dueDate() != null : line.openItem(),
                false,
                named(line.dimensions()));
    }

    private static Map<String, String> named(@Nullable Map<String, @Nullable String> sent) {
        Map<String, String> named = new TreeMap<>();
        if (sent != null) {
            sent.forEach((axis, number) -> {
                if (number != null && !number.isBlank()) {
                    named.put(axis, number.strip());
                }
            });
        }
        return named;
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
