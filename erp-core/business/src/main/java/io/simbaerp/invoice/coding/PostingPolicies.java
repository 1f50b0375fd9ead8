package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.invoice.posting.PostingInput;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.CostCentres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The company's posting policy; where it has set nothing, the usual accounts of the Polish model chart. */
@Component
public class PostingPolicies {

    private static final String PURCHASES = "ZK";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ChartOfAccounts chart;
    private final CostCentres costCentres;

    PostingPolicies(JdbcClient jdbc, CurrentActor currentActor, ChartOfAccounts chart, CostCentres costCentres) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.chart = chart;
        this.costCentres = costCentres;
    }

    /** The journal purchases are posted to. */
    public String journal() {
        return jdbc.sql("select journal from invoice.posting_policy where company_id = :company")
                .param("company", currentActor.company().value())
                .query(String.class)
                .optional()
                .orElse(PURCHASES);
    }

    /** What holds at present. */
    public PostingPolicy present() {
        return jdbc.sql("""
                        select journal, red_credit_notes, supplier_account, exchange_gain_account, exchange_loss_account,
                               rounding_gain_account, rounding_loss_account, advance_account, settlement_account, cost_account,
                               difference_account, cost_centre
                          from invoice.posting_policy where company_id = :company""")
                .param("company", currentActor.company().value())
                .query(PostingPolicies::policy)
                .optional()
                .orElseGet(this::usual);
    }

    private static PostingPolicy policy(ResultSet row, int n) throws SQLException {
        return new PostingPolicy(
                row.getString("journal"),
                row.getBoolean("red_credit_notes"),
                new PostingInput.Accounts(
                        row.getString("supplier_account"),
                        row.getString("exchange_gain_account"),
                        row.getString("exchange_loss_account"),
                        row.getString("rounding_gain_account"),
                        row.getString("rounding_loss_account")),
                row.getString("advance_account"),
                row.getString("settlement_account"),
                row.getString("cost_account"),
                row.getString("difference_account"),
                row.getString("cost_centre"));
    }

    private PostingPolicy usual() {
        List<AccountView> accounts = chart.postable();
        return new PostingPolicy(
                PURCHASES,
                true,
                new PostingInput.Accounts(
                        first(accounts, account -> "SUPPLIER".equals(account.control()), "202"),
                        first(accounts, type(AccountType.REVENUE), "750-02", "750"),
                        first(accounts, type(AccountType.EXPENSE), "751-02", "751"),
                        first(accounts, type(AccountType.REVENUE), "760-01", "760"),
                        first(accounts, type(AccountType.EXPENSE), "761-01", "761")),
                first(accounts, account -> "SUPPLIER".equals(account.control()), "204"),
                first(accounts, type(AccountType.LIABILITY), "245"),
                first(accounts, type(AccountType.EXPENSE), "402-90", "402"),
                first(accounts, type(AccountType.EXPENSE), "761-90", "761"),
                costCentre());
    }

    private static Predicate<AccountView> type(AccountType type) {
        return account -> account.type() == type && account.active();
    }

    /** The first account at or below one of these that fits, else any that fits, else the first of these. */
    private static String first(List<AccountView> accounts, Predicate<AccountView> fits, String... below) {
        return Arrays.stream(below)
                .flatMap(prefix ->
                        accounts.stream().filter(account -> account.code().startsWith(prefix)))
                .filter(fits)
                .findFirst()
                .or(() -> accounts.stream().filter(fits).findFirst())
                .map(AccountView::code)
                .orElse(below[0]);
    }

    private @Nullable String costCentre() {
        return costCentres.all().stream()
                .filter(CostCentres.CostCentreView::active)
                .map(CostCentres.CostCentreView::code)
                .findFirst()
                .orElse(null);
    }
}
