package io.simbaerp.identity.separation.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.separation.ApproveDutyException;
import io.simbaerp.identity.separation.ConflictDraft;
import io.simbaerp.identity.separation.RequestDutyException;
import io.simbaerp.identity.separation.WithdrawDutyException;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The report of conflicting duties, with the exceptions from their separation. */
@Controller
@RequestMapping("/separation")
class SeparationController {

    private final SeparationPages pages;
    private final RequestDutyException request;
    private final ApproveDutyException approve;
    private final WithdrawDutyException withdraw;
    private final ConflictChanges conflicts;
    private final RuleTexts texts;

    SeparationController(
            SeparationPages pages,
            RequestDutyException request,
            ApproveDutyException approve,
            WithdrawDutyException withdraw,
            ConflictChanges conflicts,
            RuleTexts texts) {
        this.pages = pages;
        this.request = request;
        this.approve = approve;
        this.withdraw = withdraw;
        this.conflicts = conflicts;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView report() {
        return new ModelAndView("identity/separation").addObject("report", pages.report());
    }

    @PostMapping("/exceptions")
    String ask(@ModelAttribute ExceptionForm form, RedirectAttributes flash) {
        UUID user = form.user();
        UUID conflict = form.conflict();
        if (user == null || conflict == null) {
            throw new NotFound("duty-conflict", Objects.toString(conflict));
        }
        return done(
                flash,
                "identity.exception-requested",
                () -> request.request(user, conflict, form.reason(), form.endsOn()));
    }

    @PostMapping("/exceptions/{id}/approve")
    String approve(@PathVariable UUID id, RedirectAttributes flash) {
        return done(flash, "identity.exception-approved", () -> approve.approve(id));
    }

    @PostMapping("/exceptions/{id}/withdraw")
    String withdraw(@PathVariable UUID id, RedirectAttributes flash) {
        return done(flash, "identity.exception-withdrawn", () -> withdraw.withdraw(id));
    }

    /** Shows first whom a new pair would stop; adds it once that was seen. */
    @Permission.Required(Duty.APPROVE_DUTY_EXCEPTION)
    @PostMapping("/conflicts")
    ModelAndView add(
            @ModelAttribute ConflictDraft draft,
            @RequestParam(defaultValue = "") String sure,
            RedirectAttributes flash) {
        if (sure.isEmpty() && draft.one() != null && draft.other() != null) {
            return new ModelAndView("identity/separation")
                    .addObject("report", pages.report())
                    .addObject("preview", pages.preview(draft, draft.one(), draft.other()));
        }
        return new ModelAndView(done(flash, "identity.conflict-added", () -> conflicts.add(draft)));
    }

    @PostMapping("/conflicts/{id}/remove")
    String remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes flash) {
        return done(flash, "identity.conflict-removed", () -> conflicts.remove(id, comment));
    }

    private String done(RedirectAttributes flash, String message, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("toast", Toast.of(message));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("problem", texts.problem(refused));
        }
        return "redirect:/separation";
    }
}
