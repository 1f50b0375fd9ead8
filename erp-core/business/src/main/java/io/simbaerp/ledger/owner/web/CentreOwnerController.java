package io.simbaerp.ledger.owner.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.owner.CentreOwners;
import io.simbaerp.ledger.owner.NameCentreOwner;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cost centres and their owners on one page. */
@Controller
@RequestMapping("/ledger/cost-centre-owners")
class CentreOwnerController {

    private final CentreOwners owners;
    private final NameCentreOwner name;
    private final Wording wording;
    private final Permission permission;
    private final BusinessDay businessDay;

    CentreOwnerController(
            CentreOwners owners,
            NameCentreOwner name,
            Wording wording,
            Permission permission,
            BusinessDay businessDay) {
        this.owners = owners;
        this.name = name;
        this.wording = wording;
        this.permission = permission;
        this.businessDay = businessDay;
    }

    /** Names of people and words of rules. */
    @Component("centreOwnerWording")
    record Wording(ActorNames names, RuleTexts texts) {

        @Nullable
        String name(@Nullable UUID person) {
            return person == null ? null : names.nameOf(Actor.person(person));
        }
    }

    /** A cost centre as the page shows it. */
    record Row(
            String code,
            String name,
            @Nullable UUID ownerId,
            @Nullable String owner,
            @Nullable LocalDate since,
            @Nullable String next,
            @Nullable LocalDate nextFrom) {}

    /** Who may be chosen. */
    record Choice(UUID id, String name) {}

    record OwnersView(List<Row> rows, List<Choice> people, boolean maintained, LocalDate today) {

        public long unowned() {
            return rows.stream().filter(row -> row.owner() == null).count();
        }
    }

    /** In the menu beside axes. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry centreOwnersEntry() {
            return new NavigationEntry(
                    "ledger.owners",
                    "/ledger/cost-centre-owners",
                    Duty.VIEW_LEDGER,
                    "user",
                    NavigationEntry.Group.BOOKS,
                    36,
                    null);
        }
    }

    @GetMapping
    ModelAndView all(Locale locale) {
        boolean maintained = permission.has(Duty.MAINTAIN_LEDGER);
        return new ModelAndView(
                "ledger/owners",
                "view",
                new OwnersView(
                        owners.all().stream()
                                .map(centre -> row(centre, locale.getLanguage()))
                                .toList(),
                        maintained ? people() : List.of(),
                        maintained,
                        businessDay.today()));
    }

    @PostMapping("/{centre}")
    ModelAndView name(
            @PathVariable String centre,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable LocalDate from,
            RedirectAttributes flash,
            Locale locale) {
        try {
            name.name(centre, person, from);
            flash.addFlashAttribute("toast", Toast.of("ledger.owner-named", centre));
            return new ModelAndView("redirect:/ledger/cost-centre-owners");
        } catch (RuleViolation refused) {
            ModelAndView page = all(locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("problem", wording.texts().problem(refused));
        }
    }

    private Row row(CentreOwners.OwnedCentre centre, String language) {
        return new Row(
                centre.code(),
                centre.name(language),
                centre.owner(),
                wording.name(centre.owner()),
                centre.since(),
                wording.name(centre.next()),
                centre.nextFrom());
    }

    private List<Choice> people() {
        return owners.candidates().stream()
                .map(person -> new Choice(person.id(), person.name()))
                .toList();
    }
}
