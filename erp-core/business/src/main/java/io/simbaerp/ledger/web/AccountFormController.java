package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.account.AddAccount;
import io.simbaerp.ledger.account.ChangeAccount;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that adds an account, changes what is said of it, and closes it. */
@Controller
@RequestMapping("/ledger/accounts")
class AccountFormController {

    private final ChartOfAccounts accounts;
    private final AddAccount add;
    private final ChangeAccount change;
    private final Permission permission;
    private final BusinessDay businessDay;
    private final RuleTexts texts;

    AccountFormController(
            ChartOfAccounts accounts,
            AddAccount add,
            ChangeAccount change,
            Permission permission,
            BusinessDay businessDay,
            RuleTexts texts) {
        this.accounts = accounts;
        this.add = add;
        this.change = change;
        this.permission = permission;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /**
     * The form.
     *
     * @param id the account that is changed; nothing for a new one
     * @param headings accounts it may lie below
     */
    record AccountPage(@Nullable UUID id, AccountForm form, List<String> types, List<Heading> headings) {

        /** An account that only sums up. */
        record Heading(String code, String name) {}
    }

    @GetMapping("/new")
    ModelAndView empty() {
        permission.require(Duty.MAINTAIN_LEDGER);
        return form(null, AccountForm.empty(businessDay.today()));
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping
    ModelAndView add(@ModelAttribute AccountForm form, RedirectAttributes flash) {
        try {
            add.add(form.draft(String.valueOf(form.code()), businessDay.today()));
        } catch (RuleViolation refused) {
            return again(null, form, refused);
        }
        return done("ledger.account-added", String.valueOf(form.code()), flash);
    }

    @GetMapping("/{code}/edit")
    ModelAndView edit(@PathVariable String code) {
        permission.require(Duty.MAINTAIN_LEDGER);
        AccountView account = existing(code);
        return form(account.id(), AccountForm.of(account));
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/{code}")
    ModelAndView change(@PathVariable String code, @ModelAttribute AccountForm form, RedirectAttributes flash) {
        try {
            change.change(form.read(null), form.draft(code, businessDay.today()));
        } catch (Conflict stale) {
            AccountView present = existing(code);
            ModelAndView page = again(present.id(), form.over(present), stale);
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject("now", AccountForm.of(present));
        } catch (RuleViolation refused) {
            return again(existing(code).id(), form, refused);
        }
        return done("ledger.account-changed", code, flash);
    }

    private static ModelAndView done(String message, String code, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(message, code));
        flash.addAttribute("text", code);
        return new ModelAndView("redirect:/ledger/accounts");
    }

    private ModelAndView again(@Nullable UUID id, AccountForm form, RuleViolation refused) {
        ModelAndView page = form(id, form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView form(@Nullable UUID id, AccountForm form) {
        Locale language = LocaleContextHolder.getLocale();
        List<AccountPage.Heading> headings = accounts.all().stream()
                .filter(account -> !account.postable() && !account.id().equals(id))
                .map(account -> new AccountPage.Heading(account.code(), account.name(language.getLanguage())))
                .toList();
        return new ModelAndView("ledger/account-form")
                .addObject(
                        "page",
                        new AccountPage(
                                id,
                                form,
                                Arrays.stream(AccountType.values())
                                        .map(Enum::name)
                                        .toList(),
                                headings));
    }

    private AccountView existing(String code) {
        return accounts.find(code).orElseThrow(() -> new NotFound("account", code));
    }
}
