package io.simbaerp.setup.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.identity.SignIn;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.setup.SetUpFirstCompany;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /first-run}: asks for the first company and its administrator, while there is nobody. */
@Controller
@RequestMapping("/first-run")
class FirstRunController {

    private static final int SHORTEST_PASSWORD = 12;
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final SetUpFirstCompany setUpFirstCompany;
    private final SignIn signIn;
    private final RuleTexts ruleTexts;
    private final Clock clock;

    FirstRunController(SetUpFirstCompany setUpFirstCompany, SignIn signIn, RuleTexts ruleTexts, Clock clock) {
        this.setUpFirstCompany = setUpFirstCompany;
        this.signIn = signIn;
        this.ruleTexts = ruleTexts;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        return signIn.anybodyExists() ? "redirect:/login" : show(model, null, null);
    }

    @PostMapping
    String setUp(@ModelAttribute FirstRunForm form, Model model, HttpServletResponse response) {
        try {
            if (form.password().length() < SHORTEST_PASSWORD) {
                throw RuleViolation.ofField("password", "set-up.password-short", SHORTEST_PASSWORD);
            }
            setUpFirstCompany.setUp(company(form), List.of(administrator(form)));
            return "redirect:/login";
        } catch (RuleViolation violation) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(model, form.shownAgain(), violation);
        }
    }

    private String show(Model model, @Nullable FirstRunForm form, @Nullable RuleViolation violation) {
        model.addAttribute("form", form);
        model.addAttribute("problem", violation == null ? null : ruleTexts.problem(violation));
        return "identity/first-run";
    }

    private CompanyDraft company(FirstRunForm form) {
        return new CompanyDraft(
                form.companyName().strip(),
                form.companyName().strip(),
                form.taxId(),
                form.country(),
                form.street(),
                form.postalCode(),
                form.city(),
                CurrencyCode.PLN,
                WARSAW,
                LocalDate.ofInstant(clock.instant(), WARSAW).getYear() - 1);
    }

    /** The first person looks after everything, the books included, until others are let in. */
    private static UserDraft administrator(FirstRunForm form) {
        return new UserDraft(
                form.login(), form.displayName(), form.password(), "pl", Set.of("admin", "accountant", "treasurer"));
    }
}
