package io.simbaerp.demo;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.ledger.budget.BudgetDraft;
import io.simbaerp.ledger.budget.SaveBudgets;
import io.simbaerp.ledger.owner.CentreOwners;
import io.simbaerp.ledger.owner.NameCentreOwner;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the demo's cost centres owners and budgets; one is left without an owner, so that there is something to mend. */
@Component
class DemoOwners {

    private static final String ADMINISTRATOR = "admin";

    private final DemoPeople people;
    private final CentreOwners owners;
    private final NameCentreOwner nameOwner;
    private final SaveBudgets saveBudgets;
    private final BusinessDay businessDay;

    DemoOwners(
            DemoPeople people,
            CentreOwners owners,
            NameCentreOwner nameOwner,
            SaveBudgets saveBudgets,
            BusinessDay businessDay) {
        this.people = people;
        this.owners = owners;
        this.nameOwner = nameOwner;
        this.saveBudgets = saveBudgets;
        this.businessDay = businessDay;
    }

    /** Names the owners and sets this year's budgets. */
    void name() {
        if (!people.isThere(ADMINISTRATOR)) {
            return;
        }
        List<CSVRecord> rows = DemoTable.rows("cost-centres.csv");
        int year = businessDay.today().getYear();
        people.<@Nullable Void>as(ADMINISTRATOR, () -> {
            Map<String, UUID> logins =
                    owners.candidates().stream().collect(Collectors.toMap(PersonView::login, PersonView::id));
            rows.stream()
                    .filter(row -> logins.containsKey(row.get("owner")))
                    .forEach(row -> nameOwner.name(row.get("centre"), logins.get(row.get("owner")), null));
            saveBudgets.save(rows.stream()
                    .map(row -> new BudgetDraft(
                            row.get("centre"), "", year + "-01", year + "-12", Money.of(row.get("budget"), "PLN")))
                    .toList());
            return null;
        });
    }
}
