package io.simbaerp.ledger.budget;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.opening.OpeningFile;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Budgets as a table, CSV with semicolons or XLSX: {@code cost_centre;account;from;to;amount}. */
public final class BudgetFile {

    private static final int COLUMNS = 5;
    private static final int MOST = 10_000;

    private BudgetFile() {}

    /**
     * The budgets of a file, its head left out.
     *
     * @param currency of the amounts: the company's
     * @throws RuleViolation budget.columns-wrong, budget.amount-wrong, budget.too-many and what a sheet is refused for
     */
    public static List<BudgetDraft> read(byte[] file, CurrencyCode currency) {
        List<BudgetDraft> drafts = new ArrayList<>();
        int line = 0;
        for (String row : OpeningFile.table(file).replace("\ufeff", "").lines().toList()) {
            line++;
            if (row.isBlank() || row.strip().startsWith("cost_centre")) {
                continue;
            }
            String[] cells = row.split(";", -1);
            if (cells.length < COLUMNS) {
                throw RuleViolation.ofField("file", "budget.columns-wrong", line);
            }
            drafts.add(new BudgetDraft(
                    bare(cells[0]), bare(cells[1]), bare(cells[2]), bare(cells[3]), amount(cells[4], currency, line)));
            if (drafts.size() > MOST) {
                throw RuleViolation.ofField("file", "budget.too-many", MOST);
            }
        }
        return drafts;
    }

    private static String bare(String cell) {
        return cell.replace("\"", "").strip();
    }

    /** Nothing where nothing stands there. */
    public static @Nullable Money amount(@Nullable String text, CurrencyCode currency, int row) {
        String plain = EnteredNumber.plain(text == null ? null : bare(text));
        try {
            return plain == null || plain.isEmpty() ? null : new Money(new BigDecimal(plain), currency);
        } catch (NumberFormatException noNumber) {
            throw RuleViolation.ofField("amount", "budget.amount-wrong", row);
        }
    }
}
