package io.simbaerp.ledger.budget;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.opening.OpeningFile;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Budgets as a table, CSV with semicolons or XLSX: {@code cost_centre;account;from;to;amount}. */
@Component
public class BudgetFile {

    private static final int COLUMNS = 5;
    private static final int MOST = 10_000;

    private final OpeningFile files;
    private final CurrentCompany company;

    BudgetFile(OpeningFile files, CurrentCompany company) {
        this.files = files;
        this.company = company;
    }

    /**
     * The budgets of a file, its head left out.
     *
     * @throws RuleViolation budget.columns-wrong, budget.amount-wrong, budget.too-many and what a sheet is refused for
     */
    public List<BudgetDraft> read(byte[] file) {
        CurrencyCode currency = company.get().baseCurrency();
        List<BudgetDraft> drafts = new ArrayList<>();
        int line = 0;
        for (String row : files.table(file).replace("\ufeff", "").lines().toList()) {
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

    /** In the company's currency; nothing where nothing stands there. */
    public @Nullable Money amount(@Nullable String text, int row) {
        return amount(text, company.get().baseCurrency(), row);
    }

    private static @Nullable Money amount(@Nullable String text, CurrencyCode currency, int row) {
        String plain = EnteredNumber.plain(text == null ? null : bare(text));
        try {
            return plain == null || plain.isEmpty() ? null : new Money(new BigDecimal(plain), currency);
        } catch (NumberFormatException noNumber) {
            throw RuleViolation.ofField("amount", "budget.amount-wrong", row);
        }
    }
}
