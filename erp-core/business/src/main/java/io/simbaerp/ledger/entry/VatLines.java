package io.simbaerp.ledger.entry;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.TaxKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tax that belongs to lines with a VAT code: one line per code, and what may not be deducted as a cost of the first
 * line. Where the buyer owes the tax himself it stands on both sides.
 */
@Component
public class VatLines {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TaxCodes taxCodes;

    VatLines(TaxCodes taxCodes) {
        this.taxCodes = taxCodes;
    }

    /**
     * The tax of these lines; lines on the accounts of the tax itself carry none.
     *
     * @throws RuleViolation journal-entry.vat-code-unknown, journal-entry.vat-account-missing
     */
    public List<LineDraft> of(List<LineDraft> lines, LocalDate day) {
        Map<String, List<LineDraft>> bases = new LinkedHashMap<>();
        Map<String, TaxCodeView> codes = new LinkedHashMap<>();
        for (LineDraft line : lines) {
            String name = line.vatCode();
            if (name != null) {
                TaxCodeView code = codes.computeIfAbsent(name, wanted -> code(wanted, day));
                if (!isTax(line, code)) {
                    bases.computeIfAbsent(name + " " + line.side(), key -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        BigDecimal proportion = taxCodes.proportionPercent(day);
        return bases.values().stream()
                .flatMap(base ->
                        taxes(base, Objects.requireNonNull(codes.get(base.get(0).vatCode())), proportion))
                .filter(line -> !line.amount().isZero())
                .toList();
    }

    private TaxCodeView code(String code, LocalDate day) {
        return taxCodes.find(code, day)
                .orElseThrow(() -> new RuleViolation("journal-entry.vat-code-unknown", code, day));
    }

    private static boolean isTax(LineDraft line, TaxCodeView code) {
        return Stream.of(code.inputAccount(), code.outputAccount(), code.deferredAccount())
                .anyMatch(line.account()::equals);
    }

    private static Stream<LineDraft> taxes(List<LineDraft> base, TaxCodeView code, BigDecimal proportion) {
        LineDraft first = base.get(0);
        Money tax = tax(base, code.ratePercent());
        if (code.kind().selfAssessed()) {
            Money deductible = code.deduction().of(tax, proportion);
            return Stream.of(
                    line(deductible, first.side(), code.inputAccount(), code),
                    cost(first, tax.minus(deductible)),
                    line(tax, first.side().opposite(), code.outputAccount(), code));
        }
        if (code.kind() != TaxKind.DOMESTIC) {
            return Stream.of();
        }
        if (!code.purchase()) {
            return Stream.of(line(tax, first.side(), code.outputAccount(), code));
        }
        Money deductible = code.deduction().of(tax, proportion);
        return Stream.of(line(deductible, first.side(), code.inputAccount(), code), cost(first, tax.minus(deductible)));
    }

    private static Money tax(List<LineDraft> base, BigDecimal percent) {
        Money net = base.stream().map(LineDraft::amount).reduce(Money::plus).orElseThrow();
        return new Money(net.amount().multiply(percent).divide(HUNDRED), net.currency()).rounded();
    }

    private static LineDraft cost(LineDraft line, Money lost) {
        return new LineDraft(
                line.account(),
                line.side(),
                lost,
                null,
                null,
                null,
                null,
                null,
                line.costCentre(),
                line.text(),
                false,
                false);
    }

    private static LineDraft line(Money tax, Side side, @Nullable String account, TaxCodeView code) {
        if (account == null && !tax.isZero()) {
            throw new RuleViolation("journal-entry.vat-account-missing", code.code());
        }
        return new LineDraft(
                Objects.requireNonNullElse(account, ""),
                side,
                tax,
                null,
                null,
                null,
                code.code(),
                null,
                null,
                null,
                false,
                false);
    }
}
