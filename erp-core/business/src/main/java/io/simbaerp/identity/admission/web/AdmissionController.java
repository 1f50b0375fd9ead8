package io.simbaerp.identity.admission.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.admission.AdmitUser;
import io.simbaerp.identity.admission.IssuedCode;
import io.simbaerp.identity.admission.MakeAdmissionCode;
import io.simbaerp.identity.admission.MakeFirstCode;
import io.simbaerp.identity.role.Roles;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A code of one's own for another company, and admitting somebody by theirs. */
@Controller
class AdmissionController {

    /** A role to choose. */
    record Choice(String code, String name) {}

    /** The form. */
    record AdmitPage(List<Choice> roles, @Nullable String role) {}

    private final MakeAdmissionCode makeAdmissionCode;
    private final MakeFirstCode makeFirstCode;
    private final AdmitUser admitUser;
    private final Roles roles;
    private final Permission permission;
    private final RuleTexts texts;

    AdmissionController(
            MakeAdmissionCode makeAdmissionCode,
            MakeFirstCode makeFirstCode,
            AdmitUser admitUser,
            Roles roles,
            Permission permission,
            RuleTexts texts) {
        this.makeAdmissionCode = makeAdmissionCode;
        this.makeFirstCode = makeFirstCode;
        this.admitUser = admitUser;
        this.roles = roles;
        this.permission = permission;
        this.texts = texts;
    }

    /** Shown this once. */
    @PostMapping("/access/code")
    ModelAndView makeCode() {
        return shown(makeAdmissionCode.make(), "admission.code-for-admin", "/access");
    }

    @GetMapping("/people/admit")
    ModelAndView form() {
        permission.require(Duty.ADMINISTER);
        return form(null, null);
    }

    @PostMapping("/people/admit")
    ModelAndView admit(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String role,
            RedirectAttributes flash) {
        try {
            UUID user = admitUser.admit(code, role);
            flash.addFlashAttribute("toast", Toast.of("admission.admitted"));
            return new ModelAndView("redirect:/people/" + user);
        } catch (RuleViolation refused) {
            permission.require(Duty.ADMINISTER);
            ModelAndView again = form(role, texts.problem(refused));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @PostMapping("/people/{id}/first-code")
    ModelAndView firstCode(@PathVariable UUID id) {
        return shown(makeFirstCode.make(id), "admission.code-for-newcomer", "/people/" + id);
    }

    private ModelAndView form(@Nullable String role, @Nullable FormProblem problem) {
        boolean polish = LocaleContextHolder.getLocale().getLanguage().equals("pl");
        List<Choice> choices = roles.all().stream()
                .map(each -> new Choice(each.code(), polish ? each.namePl() : each.nameEn()))
                .toList();
        return new ModelAndView("identity/admit")
                .addObject("page", new AdmitPage(choices, role))
                .addObject("problem", problem);
    }

    static ModelAndView shown(IssuedCode code, String message, String back) {
        return new ModelAndView("identity/code", HttpStatus.CREATED)
                .addObject("code", code)
                .addObject("message", message)
                .addObject("back", back);
    }
}
