package io.simbaerp.identity.role.change.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.role.change.ChangeRole;
import io.simbaerp.identity.role.change.ClashOfPerson;
import io.simbaerp.identity.role.change.RoleContent;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a role: its duties and how far they reach. A change may be tried before it is made. */
@Controller
@RequestMapping("/roles")
class RoleController {

    private final RoleContent content;
    private final ChangeRole changeRole;
    private final RolePages pages;
    private final Permission permission;
    private final RuleTexts texts;

    RoleController(
            RoleContent content, ChangeRole changeRole, RolePages pages, Permission permission, RuleTexts texts) {
        this.content = content;
        this.changeRole = changeRole;
        this.pages = pages;
        this.permission = permission;
        this.texts = texts;
    }

    @GetMapping("/new")
    ModelAndView empty() {
        permission.require(Duty.ADMINISTER);
        return page("", RoleForm.empty(), List.of(), false);
    }

    @GetMapping("/{role}")
    ModelAndView show(@PathVariable String role) {
        return page(role, RoleForm.of(existing(role)), List.of(), false);
    }

    @PostMapping
    ModelAndView add(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
        permission.require(Duty.ADMINISTER);
        String code = Objects.requireNonNullElse(fields.getFirst("code"), "").strip();
        RoleForm form = RoleForm.of(fields);
        if (content.byCode(code).isPresent()) {
            return refused("", form, RuleViolation.ofField("code", "role.known-already", code))
                    .addObject("code", code);
        }
        return save(code, "", form, flash);
    }

    @PostMapping("/{role}")
    ModelAndView change(
            @PathVariable String role,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "save") String act,
            RedirectAttributes flash) {
        permission.require(Duty.ADMINISTER);
        existing(role);
        RoleForm form = RoleForm.of(fields);
        return act.equals("preview") ? tried(role, form) : save(role, role, form, flash);
    }

    private ModelAndView tried(String role, RoleForm form) {
        try {
            return page(role, form, clashes(role, form), true);
        } catch (RuleViolation refused) {
            return refused(role, form, refused);
        }
    }

    private ModelAndView save(String code, String shown, RoleForm form, RedirectAttributes flash) {
        try {
            changeRole.change(form.draft(code), Objects.requireNonNullElse(form.reason(), ""));
            flash.addFlashAttribute("toast", Toast.of("identity.role-changed", code));
            return new ModelAndView("redirect:/roles/" + code);
        } catch (RuleViolation refused) {
            return refused(shown, form, refused).addObject("code", code);
        }
    }

    private ModelAndView refused(String role, RoleForm form, RuleViolation refused) {
        List<ClashOfPerson> clashes = refused.rule().equals("role.change-conflicts") ? clashes(role, form) : List.of();
        ModelAndView again = page(role, form, clashes, false).addObject("problem", texts.problem(refused));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private List<ClashOfPerson> clashes(String role, RoleForm form) {
        return content.clashes(role, form.draft(role).duties().keySet());
    }

    private ModelAndView page(String role, RoleForm form, List<ClashOfPerson> clashes, boolean previewed) {
        return new ModelAndView("identity/role").addObject("page", pages.of(role, form, clashes, previewed));
    }

    private RoleContent.Kept existing(String role) {
        return content.byCode(role).orElseThrow(() -> new NotFound("role", role));
    }
}
