package io.simbaerp.ledger.budget.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.budget.BudgetDraft;
import io.simbaerp.ledger.budget.BudgetFile;
import io.simbaerp.ledger.budget.Budgets;
import io.simbaerp.ledger.budget.SaveBudgets;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Budgets on one page: set one, or hand in a table. */
@Controller
@RequestMapping("/ledger/budgets")
class BudgetController {

    private final Budgets budgets;
    private final SaveBudgets save;
    private final Permission permission;
    private final BusinessDay businessDay;
    private final BudgetFile files;
    private final RuleTexts texts;

    BudgetController(
            Budgets budgets,
            SaveBudgets save,
            Permission permission,
            BusinessDay businessDay,
            BudgetFile files,
            RuleTexts texts) {
        this.files = files;
        this.budgets = budgets;
        this.save = save;
        this.permission = permission;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** The budgets, and the months that are proposed for another one. */
    record BudgetsView(List<Budgets.Budget> rows, boolean maintained, String from, String to) {}

    /** In the menu beside owners of cost centres. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry budgetsEntry() {
            return new NavigationEntry(
                    "ledger.budgets",
                    "/ledger/budgets",
                    Duty.VIEW_LEDGER,
                    "cols",
                    NavigationEntry.Group.BOOKS,
                    37,
                    null);
        }
    }

    @GetMapping
    ModelAndView all() {
        int year = businessDay.today().getYear();
        return new ModelAndView(
                "ledger/budgets",
                "view",
                new BudgetsView(budgets.all(), permission.has(Duty.MAINTAIN_LEDGER), year + "-01", year + "-12"));
    }

    @PostMapping
    ModelAndView set(
            @RequestParam(required = false) @Nullable String costCentre,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String amount,
            RedirectAttributes flash) {
        return saved(() -> List.of(new BudgetDraft(costCentre, account, from, to, files.amount(amount, 1))), flash);
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/file")
    ModelAndView upload(@RequestParam MultipartFile file, RedirectAttributes flash) throws IOException {
        byte[] bytes = file.getBytes();
        return saved(() -> files.read(bytes), flash);
    }

    private ModelAndView saved(Supplier<List<BudgetDraft>> drafts, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("toast", Toast.of("ledger.budgets-saved", save.save(drafts.get())));
            return new ModelAndView("redirect:/ledger/budgets");
        } catch (RuleViolation refused) {
            ModelAndView page = all();
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("problem", texts.problem(refused));
        }
    }
}
