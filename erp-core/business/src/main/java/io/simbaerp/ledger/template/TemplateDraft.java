package io.simbaerp.ledger.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
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
     * @param fixed becomes an amount of the company's currency, rounded to it, when the template is used
     * @param costCentre a code, or {@code %KEY} to split the line
     * @param dimensions numbers of values by the codes of their axes
     */
    public record Line(
            String account,
            Side side,
            @JsonProperty("amount") @Nullable BigDecimal fixed,
            @Nullable BigDecimal percent,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            @Nullable UUID partyId,
            @Nullable String text) {

        boolean takesTheRest() {
            return fixed == null && percent == null;
        }
    }

    /** @throws RuleViolation of entry-template: code-wrong, incomplete, too-few-lines, line-wrong, two-rests */
    TemplateDraft checked() {
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
            BigDecimal fixed = lines.get(at).fixed();
            BigDecimal percent = lines.get(at).percent();
            if (fixed != null && percent != null || wrong(fixed, 4) || wrong(percent, 6)) {
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
