package io.simbaerp.ledger.purpose.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.purpose.AccountPurpose;
import io.simbaerp.ledger.purpose.AccountPurposes;
import io.simbaerp.ledger.purpose.AppointAccount;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts the program takes by itself: seen, and chosen anew. */
@Controller
@RequestMapping("/ledger/account-purposes")
class AccountPurposeController {

    private final AccountPurposes purposes;
    private final AppointAccount appoint;
    private final ChartOfAccounts chart;
    private final Permission permission;
    private final RuleTexts texts;

    AccountPurposeController(
            AccountPurposes purposes,
            AppointAccount appoint,
            ChartOfAccounts chart,
            Permission permission,
            RuleTexts texts) {
        this.purposes = purposes;
        this.appoint = appoint;
        this.chart = chart;
        this.permission = permission;
        this.texts = texts;
    }

    /** The page. */
    record PurposesView(List<Row> rows, List<Choice> accounts, boolean maintained) {}

    /** A purpose with its account, or nothing. */
    record Row(AccountPurpose purpose, String word, String code, String name) {}

    /** An account that may be chosen. */
    record Choice(String code, String name) {}

    @GetMapping
    ModelAndView page() {
        String language = LocaleContextHolder.getLocale().getLanguage();
        Map<AccountPurpose, String> chosen = purposes.all();
        List<Choice> choices = chart.postable().stream()
                .filter(account -> account.active() && account.control() == null && account.currency() == null)
                .map((AccountView account) -> new Choice(account.code(), account.name(language)))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (AccountPurpose purpose : AccountPurpose.values()) {
            String code = chosen.getOrDefault(purpose, "");
            rows.add(new Row(
                    purpose,
                    purpose.word(),
                    code,
                    choices.stream()
                            .filter(choice -> choice.code().equals(code))
                            .map(Choice::name)
                            .findFirst()
                            .orElse("")));
        }
        return new ModelAndView(
                "ledger/account-purposes",
                "view",
                new PurposesView(rows, choices, permission.has(Duty.MAINTAIN_LEDGER)));
    }

    @PostMapping
    ModelAndView appoint(
            @RequestParam AccountPurpose purpose,
            @RequestParam(defaultValue = "") String account,
            RedirectAttributes flash) {
        try {
            int space = account.indexOf("  ");
            appoint.appoint(purpose, space < 0 ? account : account.substring(0, space));
            flash.addFlashAttribute("toast", Toast.of("account-purpose.saved"));
            return new ModelAndView("redirect:/ledger/account-purposes");
        } catch (RuleViolation refused) {
            ModelAndView again = page();
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }
}
