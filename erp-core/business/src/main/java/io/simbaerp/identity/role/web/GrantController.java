package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Grants and revokes roles. A grant that would put conflicting duties into one hand shows them and changes nothing. */
@Controller
@RequestMapping("/people/{id}/roles")
class GrantController {

    private final GrantRole grantRole;
    private final RevokeRole revokeRole;
    private final People people;
    private final Sight sight;
    private final PeoplePages pages;
    private final RuleTexts texts;

    GrantController(
            GrantRole grantRole,
            RevokeRole revokeRole,
            People people,
            Sight sight,
            PeoplePages pages,
            RuleTexts texts) {
        this.grantRole = grantRole;
        this.revokeRole = revokeRole;
        this.people = people;
        this.sight = sight;
        this.pages = pages;
        this.texts = texts;
    }

    @Permission.Required(Duty.ADMINISTER)
    @PostMapping
    ModelAndView grant(@PathVariable UUID id, @ModelAttribute GrantForm form, RedirectAttributes flash) {
        String role = form.role() == null ? "" : form.role();
        try {
            grantRole.grant(id, role, form.limits());
            flash.addFlashAttribute("toast", Toast.of("identity.role-granted"));
            return new ModelAndView("redirect:/people/" + id);
        } catch (RuleViolation refused) {
            PersonView person = people.byId(id).orElseThrow(() -> new NotFound("user", id));
            List<DutyConflict> clashes = refused.rule().equals("role.conflicts") ? sight.clashes(id, role) : List.of();
            ModelAndView again = new ModelAndView("identity/person")
                    .addObject("page", pages.one(person, people.waitsForPassword(id), sight.roles(), form, clashes))
                    .addObject("problem", texts.problem(refused));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @PostMapping("/{role}/revoke")
    ModelAndView revoke(@PathVariable UUID id, @PathVariable String role, RedirectAttributes flash) {
        try {
            revokeRole.revoke(id, role);
            flash.addFlashAttribute("toast", Toast.of("identity.role-revoked"));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("problem", texts.problem(refused));
        }
        return new ModelAndView(people.byId(id).isPresent() ? "redirect:/people/" + id : "redirect:/people");
    }
}
