package io.simbaerp.ledger.budget;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets budgets, all of them or none. A budget that is there already gets the new amount; without one it goes. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SaveBudgets {

    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SaveBudgets(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            Clock clock,
            ApplicationEventPublisher events) {
        this.currentCompany = currentCompany;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Saves them.
     *
     * @return how many
     * @throws RuleViolation of budget: none, centre-unknown, account-unknown, month-wrong, months-out-of-order, amount-wrong;
     *     each names its row
     */
    public int save(List<@Nullable BudgetDraft> drafts) {
        if (drafts.isEmpty()) {
            throw RuleViolation.ofField("budgets", "budget.none");
        }
        Known known = known();
        List<Budget> wanted = new ArrayList<>();
        for (int row = 0; row < drafts.size(); row++) {
            wanted.add(budget(row, drafts.get(row), known));
        }
        // One after the other, so that neither of two sets anew what the other took away.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "ledger.budget|" + currentActor.company())
                .query(row -> {});
        wanted.forEach(this::write);
        events.publishEvent(new BudgetsSaved(currentActor.company(), currentActor.actor(), clock.instant()));
        return drafts.size();
    }

    /** What the company has: the ids of its cost centres by their codes, the codes of its accounts. */
    private record Known(Map<String, UUID> centres, NavigableSet<String> accounts) {

        boolean beginsAnAccount(String code) {
            String next = accounts.ceiling(code);
            return next != null && next.startsWith(code);
        }
    }

    /** A budget that may be written; without an amount it goes. */
    private record Budget(
            UUID centre,
            String account,
            LocalDate first,
            LocalDate last,
            @Nullable BigDecimal amount) {}

    private Known known() {
        UUID company = currentActor.company().value();
        Map<String, UUID> centres = new HashMap<>();
        jdbc.sql("select code, id from ledger.cost_centre where company_id = ?")
                .param(company)
                .query(row -> {
                    centres.put(row.getString("code"), row.getObject("id", UUID.class));
                });
        return new Known(
                centres,
                new TreeSet<>(jdbc.sql("select code from ledger.account where company_id = ?")
                        .param(company)
                        .query(String.class)
                        .list()));
    }

    private Budget budget(int row, @Nullable BudgetDraft draft, Known known) {
        UUID centre = draft == null ? null : known.centres().get(stripped(draft.costCentre()));
        if (draft == null || centre == null) {
            throw refused(row, "costCentre", "budget.centre-unknown");
        }
        String account = stripped(draft.account());
        if (!account.isEmpty() && !known.beginsAnAccount(account)) {
            throw refused(row, "account", "budget.account-unknown");
        }
        LocalDate first = month(row, "from", draft.from());
        LocalDate last = month(row, "to", draft.to());
        if (last.isBefore(first)) {
            throw refused(row, "to", "budget.months-out-of-order");
        }
        return new Budget(centre, account, first, last, amount(row, draft.amount()));
    }

    /** Set anew where it changes, so that the trail tells both whole; what stays as it is leaves no trace. */
    private void write(Budget budget) {
        written(budget, """
                        delete from ledger.budget where company_id = :company and cost_centre_id = :centre
                           and account = :account and first_month = :first and last_month = :last
                           and amount is distinct from :amount::numeric""").update();
        if (budget.amount() != null) {
            written(budget, """
                            insert into ledger.budget (company_id, id, cost_centre_id, account, first_month, last_month,
                                                       amount, set_by, set_at)
                            values (:company, :id, :centre, :account, :first, :last, :amount, :by, :now)
                                on conflict (company_id, cost_centre_id, account, first_month, last_month) do nothing""")
                    .param("id", NewId.at(clock))
                    .param("by", currentActor.actor().toString())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private JdbcClient.StatementSpec written(Budget budget, String sql) {
        return jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("centre", budget.centre())
                .param("account", budget.account())
                .param("first", budget.first())
                .param("last", budget.last())
                .param("amount", budget.amount(), Types.NUMERIC);
    }

    private @Nullable BigDecimal amount(int row, @Nullable Money amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal number = amount.amount();
        if (!amount.currency().equals(currentCompany.get().baseCurrency())
                || number.signum() < 0
                || number.stripTrailingZeros().scale() > 2
                || number.compareTo(LARGEST) > 0) {
            throw refused(row, "amount", "budget.amount-wrong");
        }
        return number;
    }

    private static LocalDate month(int row, String field, @Nullable String month) {
        try {
            return YearMonth.parse(stripped(month)).atDay(1);
        } catch (DateTimeParseException noMonth) {
            throw refused(row, field, "budget.month-wrong");
        }
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static RuleViolation refused(int row, String field, String rule) {
        return RuleViolation.ofField("budgets[" + row + "]." + field, rule, row + 1);
    }
}
