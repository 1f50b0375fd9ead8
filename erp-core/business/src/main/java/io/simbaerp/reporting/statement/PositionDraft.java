package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.util.Arrays;

/**
 * A position of a layout as somebody wants it.
 *
 * @param part ASSETS, LIABILITIES, INCOME or CASH
 * @param code its place, such as B.II.3.a
 * @param side D if its amount is positive on the debit side, else C
 * @param rule the accounts it takes, or a formula after =
 */
public record PositionDraft(String part, String code, String side, String namePl, String nameEn, String rule) {

    private static final String CODE = "[0-9A-Za-z]{1,8}([.][0-9A-Za-z]{1,8}){0,7}";
    private static final String SELECTORS = "([@#]?[0-9A-Za-z_][0-9A-Za-z_.-]*[+-]?( |$))*";
    private static final String FORMULA = "=[0-9A-Za-z.]+([+-][0-9A-Za-z.]+)*";

    public PositionDraft {
        part = part.strip();
        code = code.strip();
        side = side.strip();
        namePl = namePl.strip();
        nameEn = nameEn.strip();
        rule = rule.strip().replaceAll("\\s+", " ");
    }

    static PositionDraft of(Position position) {
        return new PositionDraft(
                position.part().name(),
                position.code(),
                position.side() == Side.DEBIT ? "D" : "C",
                position.namePl(),
                position.nameEn(),
                position.rule());
    }

    /** Whether it stands in the same place. */
    public boolean isAt(String otherPart, String otherCode) {
        return part.equals(otherPart) && code.equals(otherCode);
    }

    /** @throws RuleViolation of statement-layout: part-wrong, code-wrong, side-wrong, name-missing, rule-wrong */
    Position position(int row) {
        if (Arrays.stream(Part.values()).noneMatch(known -> known.name().equals(part))) {
            throw RuleViolation.ofField("part", "statement-layout.part-wrong", row, part);
        }
        if (!code.matches(CODE)) {
            throw RuleViolation.ofField("code", "statement-layout.code-wrong", row, code);
        }
        if (!side.equals("D") && !side.equals("C")) {
            throw RuleViolation.ofField("side", "statement-layout.side-wrong", row, side);
        }
        if (namePl.isEmpty() || nameEn.isEmpty()) {
            throw RuleViolation.ofField(
                    namePl.isEmpty() ? "namePl" : "nameEn", "statement-layout.name-missing", row, code);
        }
        if (!rule.matches(rule.startsWith("=") ? FORMULA : SELECTORS)) {
            throw RuleViolation.ofField("rule", "statement-layout.rule-wrong", row, rule);
        }
        return new Position(
                Part.valueOf(part), code, side.equals("D") ? Side.DEBIT : Side.CREDIT, namePl, nameEn, rule);
    }
}
