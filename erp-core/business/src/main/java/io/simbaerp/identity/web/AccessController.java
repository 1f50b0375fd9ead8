package io.simbaerp.identity.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.identity.IssueToken;
import io.simbaerp.identity.IssuedToken;
import io.simbaerp.identity.session.EndSession;
import io.simbaerp.identity.session.OwnSessions;
import io.simbaerp.identity.session.SessionRow;
import io.simbaerp.identity.token.EndToken;
import io.simbaerp.identity.token.OwnTokens;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import jakarta.servlet.http.HttpSession;
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

/** One's own ways in: the places where one is signed in, and the tokens one's programs use. */
@Controller
@RequestMapping("/access")
class AccessController {

    /**
     * The page.
     *
     * @param made the token just made, shown this once
     */
    record AccessPage(
            List<SessionRow> sessions,
            List<OwnTokens.Row> tokens,
            TokenForm form,
            String company,
            @Nullable IssuedToken made) {}

    private final OwnSessions sessions;
    private final EndSession endSession;
    private final OwnTokens tokens;
    private final TokenChanges changes;
    private final CurrentCompany currentCompany;
    private final RuleTexts texts;

    AccessController(
            OwnSessions sessions,
            EndSession endSession,
            OwnTokens tokens,
            TokenChanges changes,
            CurrentCompany currentCompany,
            RuleTexts texts) {
        this.sessions = sessions;
        this.endSession = endSession;
        this.tokens = tokens;
        this.changes = changes;
        this.currentCompany = currentCompany;
        this.texts = texts;
    }

    /** What is done to one's tokens. */
    @org.springframework.stereotype.Component
    record TokenChanges(IssueToken issue, EndToken end) {}

    @GetMapping
    ModelAndView page(HttpSession session) {
        return show(session, TokenForm.empty(), null, null);
    }

    @PostMapping("/tokens")
    ModelAndView make(@ModelAttribute TokenForm form, HttpSession session) {
        try {
            IssuedToken made = changes.issue().issue(form.draft());
            ModelAndView page = show(session, TokenForm.empty(), made, null);
            page.setStatus(HttpStatus.CREATED);
            return page;
        } catch (RuleViolation refused) {
            ModelAndView page = show(session, form, null, texts.problem(refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/tokens/{id}/end")
    String endToken(@PathVariable UUID id, RedirectAttributes flash) {
        changes.end().end(id);
        flash.addFlashAttribute("toast", Toast.of("identity.token-ended"));
        return "redirect:/access";
    }

    @PostMapping("/sessions/{name}/end")
    String endSession(@PathVariable String name, RedirectAttributes flash) {
        endSession.end(name);
        flash.addFlashAttribute("toast", Toast.of("identity.session-ended"));
        return "redirect:/access";
    }

    private ModelAndView show(
            HttpSession session, TokenForm form, @Nullable IssuedToken made, @Nullable FormProblem problem) {
        return new ModelAndView("identity/access")
                .addObject(
                        "page",
                        new AccessPage(
                                sessions.all(session.getId()),
                                tokens.all(),
                                form,
                                currentCompany.get().name(),
                                made))
                .addObject("problem", problem);
    }
}
