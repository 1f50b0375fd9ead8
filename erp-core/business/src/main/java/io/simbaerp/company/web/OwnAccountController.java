package io.simbaerp.company.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.ChangeOwnAccount;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's own bank accounts: the list, and the form that adds or changes one. */
@Controller
@RequestMapping("/bank-accounts")
class OwnAccountController {

    private final OwnAccounts accounts;
    private final AddOwnAccount add;
    private final ChangeOwnAccount change;
    private final Permission permission;
    private final RuleTexts texts;

    OwnAccountController(
            OwnAccounts accounts, AddOwnAccount add, ChangeOwnAccount change, Permission permission, RuleTexts texts) {
        this.accounts = accounts;
        this.add = add;
        this.change = change;
        this.permission = permission;
        this.texts = texts;
    }

    /** The page of all accounts. */
    record AccountList(List<OwnAccountView> rows, boolean mayMaintain) {}

    /**
     * The form.
     *
     * @param id the account that is changed; nothing for a new one
     */
    record AccountPage(@Nullable UUID id, OwnAccountForm form, List<String> bearers, List<String> characters) {

        static AccountPage of(@Nullable UUID id, OwnAccountForm form) {
            return new AccountPage(
                    id, form, names(BankProfile.ChargeBearer.values()), names(BankProfile.CharacterSet.values()));
        }

        private static List<String> names(Enum<?>[] values) {
            return Arrays.stream(values).map(Enum::name).toList();
        }
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("company/bank-accounts")
                .addObject("list", new AccountList(accounts.all(), permission.has(Duty.MAINTAIN_OWN_ACCOUNT)));
    }

    @GetMapping("/new")
    ModelAndView empty() {
        permission.require(Duty.MAINTAIN_OWN_ACCOUNT);
        return form(null, OwnAccountForm.empty());
    }

    @PostMapping
    ModelAndView add(@ModelAttribute OwnAccountForm form, RedirectAttributes flash) {
        try {
            add.add(form.draft());
            flash.addFlashAttribute("toast", Toast.of("company.account-added", String.valueOf(form.name())));
            return new ModelAndView("redirect:/bank-accounts");
        } catch (RuleViolation refused) {
            return again(null, form, refused);
        }
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        permission.require(Duty.MAINTAIN_OWN_ACCOUNT);
        return form(id, OwnAccountForm.of(existing(id)));
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, @ModelAttribute OwnAccountForm form, RedirectAttributes flash) {
        try {
            change.change(id, form.change(null));
            flash.addFlashAttribute("toast", Toast.of("company.account-changed", String.valueOf(form.name())));
            return new ModelAndView("redirect:/bank-accounts");
        } catch (Conflict stale) {
            ModelAndView page = again(id, form.over(existing(id)), stale);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        } catch (RuleViolation refused) {
            return again(id, form, refused);
        }
    }

    private ModelAndView again(@Nullable UUID id, OwnAccountForm form, RuleViolation refused) {
        ModelAndView page = form(id, form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private static ModelAndView form(@Nullable UUID id, OwnAccountForm form) {
        return new ModelAndView("company/bank-account-form").addObject("page", AccountPage.of(id, form));
    }

    private OwnAccountView existing(UUID id) {
        return accounts.byId(id).orElseThrow(() -> new NotFound("own-account", id));
    }
}
