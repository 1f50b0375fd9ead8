package io.simbaerp.identity.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Permission;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.choice.ChooseCompany;
import io.simbaerp.identity.choice.OwnCompanies;
import io.simbaerp.identity.choice.OwnCompanies.OwnCompany;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.Toast;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's companies: what waits in each, and the change from one to another. */
@Controller
@RequestMapping("/companies")
class CompanyController {

    private final OwnCompanies companies;
    private final ChooseCompany chooseCompany;
    private final CurrentActor currentActor;
    private final List<NavigationCount> counts;
    private final List<NavigationEntry> entries;
    private final Permission permission;

    CompanyController(
            OwnCompanies companies,
            ChooseCompany chooseCompany,
            CurrentActor currentActor,
            List<NavigationCount> counts,
            List<NavigationEntry> entries,
            Permission permission) {
        this.companies = companies;
        this.chooseCompany = chooseCompany;
        this.currentActor = currentActor;
        this.counts = counts;
        this.entries = entries;
        this.permission = permission;
    }

    /** The page: every company with what waits there. */
    record Office(List<Row> rows, int companies, Row sum) {

        /** One of them. */
        record Row(
                UUID id,
                String name,
                String taxId,
                String roles,
                int tasks,
                int quarantined,
                int inProcess,
                int documents,
                boolean here) {}
    }

    /** What the menu of the header lists. */
    record Menu(List<OwnCompany> companies, UUID here) {}

    @GetMapping
    String all(Model model) {
        UUID here = here();
        List<Office.Row> rows = companies.inEach(company -> new Office.Row(
                company.id(),
                company.name(),
                company.taxId(),
                String.join(", ", company.roles()),
                count("/tasks"),
                count("/intake"),
                count("/documents?state=in-process"),
                count("/documents"),
                company.id().equals(here)));
        model.addAttribute("office", new Office(rows, rows.size(), sum(here, rows)));
        return "identity/companies";
    }

    @GetMapping("/menu")
    String menu(@RequestParam(defaultValue = "") String text, Model model) {
        model.addAttribute("menu", new Menu(companies.find(text), here()));
        return "identity/companies :: menu";
    }

    /** From now on the session works in this company; a task of it may be where it begins. */
    @PostMapping("/{company}")
    String choose(
            @PathVariable UUID company,
            @RequestParam(required = false) @Nullable UUID task,
            HttpSession session,
            RedirectAttributes redirect) {
        String name = currentActor.as(companies.actingFor(company), () -> {
            chooseCompany.choose();
            return companies.find("").stream()
                    .filter(each -> each.id().equals(company))
                    .map(OwnCompany::name)
                    .findFirst()
                    .orElse("");
        });
        session.setAttribute(Memberships.CHOSEN_IN_SESSION, company);
        session.removeAttribute(Memberships.ON_BEHALF_IN_SESSION);
        redirect.addFlashAttribute("toast", Toast.of("identity.company-chosen", name));
        return task == null ? "redirect:/" : "redirect:/tasks/" + task;
    }

    private static Office.Row sum(UUID here, List<Office.Row> rows) {
        return new Office.Row(
                here,
                "",
                "",
                "",
                rows.stream().mapToInt(Office.Row::tasks).sum(),
                rows.stream().mapToInt(Office.Row::quarantined).sum(),
                rows.stream().mapToInt(Office.Row::inProcess).sum(),
                rows.stream().mapToInt(Office.Row::documents).sum(),
                false);
    }

    private UUID here() {
        return currentActor.company().value();
    }

    /** Nothing where the reader may not look in that company. */
    private int count(String path) {
        String place = path.replaceFirst("\\?.*", "");
        if (entries.stream().noneMatch(entry -> entry.path().equals(place) && permission.has(entry.duty()))) {
            return 0;
        }
        return counts.stream()
                .filter(each -> each.path().equals(path))
                .mapToInt(NavigationCount::count)
                .sum();
    }
}
