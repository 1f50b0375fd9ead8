package io.simbaerp.ledger.template;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as somebody wants it.
 *
 * @param journal the journal's code
 * @param narration what its entries are about
 */
public record TemplateDraft(
        String code, String name, String journal, String narration, boolean active, List<Line> lines) {

    public TemplateDraft {
        lines = List.copyOf(lines);
    }

    /**
     * A line: a fixed amount, a percentage of the amount it is used for, or, with neither, what the others leave.
     *
     * @param amount in the company's currency
     * @param costCentre a code, or {@code %KEY} to split the line
     * @param dimensions numbers of values by the codes of their axes
     */
    public record Line(
            String account,
            Side side,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            @Nullable UUID partyId,
            @Nullable String text) {

        boolean takesTheRest() {
            return amount == null && percent == null;
        }
    }

    /** @throws RuleViolation of entry-template: code-wrong, incomplete, too-few-lines, line-wrong, two-rests */
    TemplateDraft checked(CurrencyCode base) {
        if (!code.matches("[0-9A-Z][0-9A-Z_-]{0,19}")) {
            throw RuleViolation.ofField("code", "entry-template.code-wrong", code);
        }
        if (name.isBlank() || narration.isBlank()) {
            throw RuleViolation.ofField(name.isBlank() ? "name" : "narration", "entry-template.incomplete");
        }
        if (lines.size() < 2) {
            throw RuleViolation.ofField("lines", "entry-template.too-few-lines");
        }
        for (int at = 0; at < lines.size(); at++) {
            Money amount = lines.get(at).amount();
            BigDecimal percent = lines.get(at).percent();
            if (amount != null && (percent != null || !amount.currency().equals(base) || wrong(amount.amount(), 4))
                    || wrong(percent, 6)) {
                throw RuleViolation.ofField("lines[" + at + "]", "entry-template.line-wrong", at + 1);
            }
        }
        if (lines.stream().filter(Line::takesTheRest).count() > 1) {
            throw RuleViolation.ofField("lines", "entry-template.two-rests");
        }
        return this;
    }

    private static boolean wrong(@Nullable BigDecimal number, int decimals) {
        return number != null
                && (number.signum() <= 0 || number.stripTrailingZeros().scale() > decimals);
    }
}
