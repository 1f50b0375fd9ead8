package io.simbaerp.ledger.vat;

import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.tax.Deduction;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxKind;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the VAT register that follow from an entry: per code what stands on the accounts of its tax, and as base what
 * its other lines say. Purchases are positive on the debit side, sales on the credit side.
 */
record EntryVat(JournalEntryDraft entry, TaxCodeView code, List<LineDraft> lines) {

    /** The codes of an entry with their lines, in the order of the entry; none if it can't be posted for its currencies. */
    static Map<String, List<LineDraft>> byCode(JournalEntryDraft entry) {
        Map<String, List<LineDraft>> byCode = new LinkedHashMap<>();
        for (LineDraft line : entry.lines()) {
            if (line.vatCode() != null) {
                byCode.computeIfAbsent(line.vatCode(), code -> new ArrayList<>())
                        .add(line);
            }
        }
        long currencies = entry.lines().stream()
                .map(line -> line.amount().currency())
                .distinct()
                .count();
        return currencies > 1 ? Map.of() : byCode;
    }

    /**
     * The rows of one code.
     *
     * @param number the document's, or the entry's if it has none
     */
    List<VatRegisterRowDraft> rows(String number) {
        if (code.kind() == TaxKind.OUTSIDE_SCOPE && code.outputBaseColumn() == null) {
            return List.of();
        }
        List<VatRegisterRowDraft> rows = new ArrayList<>(
                code.kind().selfAssessed() ? owedByBuyer(number) : code.purchase() ? bought(number) : sold(number));
        rows.removeIf(row -> row.base().isZero() && row.tax().isZero());
        return rows;
    }

    /** Whether all of the tax on an account waits for another month. */
    private boolean waits(Money now) {
        return now.isZero() && !putOff().isZero();
    }

    private List<VatRegisterRowDraft> owedByBuyer(String number) {
        Money now = on(code.inputAccount());
        Money owed = on(code.outputAccount()).negated();
        Money deductible = now.plus(putOff());
        return List.of(
                row(VatDirection.OUTPUT, base(), owed, zero(), owedMonth(), number),
                row(
                        VatDirection.INPUT,
                        base(),
                        owed.isZero() ? deductible : owed,
                        deductible,
                        waits(now) ? null : owedMonth(),
                        number));
    }

    private List<VatRegisterRowDraft> bought(String number) {
        Money now = on(code.inputAccount());
        if (waits(now)) {
            return List.of(row(VatDirection.INPUT, base(), inputTax(putOff()), putOff(), null, number));
        }
        String month = YearMonth.from(entry.postingDate()).toString();
        return List.of(
                row(VatDirection.INPUT, base(), inputTax(now), now, month, number),
                row(VatDirection.INPUT, zero(), putOff(), putOff(), null, number));
    }

    private List<VatRegisterRowDraft> sold(String number) {
        Money now = on(code.outputAccount());
        if (waits(now)) {
            return List.of(row(VatDirection.OUTPUT, base().negated(), putOff().negated(), zero(), null, number));
        }
        return List.of(
                row(VatDirection.OUTPUT, base().negated(), now.negated(), zero(), owedMonth(), number),
                row(VatDirection.OUTPUT, zero(), putOff().negated(), zero(), null, number));
    }

    private Money putOff() {
        return on(code.deferredAccount());
    }

    /** Where not all may be deducted the whole tax stands on no account: it follows from the base. */
    private Money inputTax(Money deductible) {
        Money whole =
                new Money(base().amount().multiply(code.ratePercent()).movePointLeft(2), base().currency()).rounded();
        boolean fits = whole.amount().signum() * deductible.amount().signum() >= 0
                && whole.amount().abs().compareTo(deductible.amount().abs()) >= 0;
        return code.deduction() != Deduction.FULL && fits ? whole : deductible;
    }

    /** Tax is owed in the month of the operation and deducted in that of the posting; what is put off waits. */
    private String owedMonth() {
        return YearMonth.from(entry.operationDate()).toString();
    }

    private VatRegisterRowDraft row(
            VatDirection direction, Money base, Money tax, Money deductible, @Nullable String month, String number) {
        return new VatRegisterRowDraft(
                entry.documentId(),
                direction,
                code.code(),
                base,
                tax,
                deductible,
                month,
                null,
                party(),
                number,
                entry.documentDate(),
                entry.idempotencyKey());
    }

    private @Nullable UUID party() {
        return entry.lines().stream()
                .map(LineDraft::partyId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the code's lines bring to one of its accounts, debit minus credit. */
    private Money on(@Nullable String account) {
        return sum(lines.stream().filter(line -> line.account().equals(account)).toList());
    }

    private Money base() {
        return sum(lines.stream().filter(line -> !isTax(line)).toList());
    }

    private boolean isTax(LineDraft line) {
        return line.account().equals(code.inputAccount())
                || line.account().equals(code.outputAccount())
                || line.account().equals(code.deferredAccount());
    }

    private Money sum(List<LineDraft> some) {
        Money sum = zero();
        for (LineDraft line : some) {
            sum = line.side() == Side.DEBIT ? sum.plus(line.amount()) : sum.minus(line.amount());
        }
        return sum;
    }

    private Money zero() {
        return Money.zero(lines.get(0).amount().currency());
    }
}
