package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.CostCentres;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The chart of accounts with the cost centres beside it. */
@Controller
class ChartController {

    private final ChartOfAccounts accounts;
    private final CostCentres costCentres;
    private final Permission permission;

    ChartController(ChartOfAccounts accounts, CostCentres costCentres, Permission permission) {
        this.accounts = accounts;
        this.costCentres = costCentres;
        this.permission = permission;
    }

    /** The chart as it is shown. */
    record ChartView(
            @Nullable String text, int count, List<Row> rows, List<CostCentre> costCentres, boolean maintained) {

        /** @param group the first digit where a group begins, otherwise null */
        record Row(@Nullable String group, AccountView account, String name) {}

        /** A cost centre. */
        record CostCentre(String code, String name, boolean active) {}
    }

    @GetMapping("/ledger/accounts")
    String chart(@RequestParam(required = false) @Nullable String text, Locale language, Model model) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        List<ChartView.Row> rows = new ArrayList<>();
        String group = "";
        for (AccountView account : accounts.all()) {
            String name = account.name(language.getLanguage());
            if (account.code().startsWith(wanted)
                    || name.toLowerCase(Locale.ROOT).contains(wanted)) {
                String first = account.code().substring(0, 1);
                rows.add(new ChartView.Row(group.equals(first) ? null : first, account, name));
                group = first;
            }
        }
        List<ChartView.CostCentre> places = costCentres.all().stream()
                .map(place ->
                        new ChartView.CostCentre(place.code(), place.name(language.getLanguage()), place.active()))
                .toList();
        model.addAttribute(
                "view", new ChartView(text, rows.size(), rows, places, permission.has(Duty.MAINTAIN_LEDGER)));
        return "ledger/accounts";
    }
}
