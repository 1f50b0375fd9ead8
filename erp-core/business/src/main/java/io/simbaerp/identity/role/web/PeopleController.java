package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.admission.IssuedCode;
import io.simbaerp.identity.admission.LetPersonIn;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.identity.role.Roles;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who belongs to the company and why they may do what they may; new people are let in here. */
@Controller
class PeopleController {

    private final People people;
    private final Roles roles;
    private final LetPersonIn letPersonIn;
    private final PeoplePages pages;
    private final Permission permission;
    private final RuleTexts texts;

    PeopleController(
            People people,
            Roles roles,
            LetPersonIn letPersonIn,
            PeoplePages pages,
            Permission permission,
            RuleTexts texts) {
        this.people = people;
        this.roles = roles;
        this.letPersonIn = letPersonIn;
        this.pages = pages;
        this.permission = permission;
        this.texts = texts;
    }

    @GetMapping("/people")
    ModelAndView all() {
        return new ModelAndView("identity/people").addObject("list", pages.all(people.all()));
    }

    @GetMapping("/roles")
    ModelAndView roles() {
        return new ModelAndView("identity/roles").addObject("list", pages.roles(roles.all()));
    }

    @GetMapping("/people/{id}")
    ModelAndView one(@PathVariable UUID id) {
        PersonView person = people.byId(id).orElseThrow(() -> new NotFound("user", id));
        return new ModelAndView("identity/person")
                .addObject(
                        "page",
                        pages.one(person, people.waitsForPassword(id), roles.all(), GrantForm.empty(), List.of()));
    }

    @GetMapping("/people/new")
    ModelAndView empty() {
        permission.require(Duty.ADMINISTER);
        return form(new PersonForm(null, null, null, "pl", null));
    }

    /** The code with which the person chooses a password is shown this once. */
    @Permission.Required(Duty.ADMINISTER)
    @PostMapping("/people")
    ModelAndView add(@ModelAttribute PersonForm form) {
        try {
            IssuedCode code = letPersonIn.letIn(form.draft(""));
            return new ModelAndView("identity/code", HttpStatus.CREATED)
                    .addObject("code", code)
                    .addObject("message", "admission.code-for-newcomer")
                    .addObject("back", "/people/" + code.user());
        } catch (RuleViolation refused) {
            ModelAndView again = form(form.withoutPassword());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    private ModelAndView form(PersonForm form) {
        return new ModelAndView("identity/person-form").addObject("page", pages.entry(form, roles.all()));
    }
}
