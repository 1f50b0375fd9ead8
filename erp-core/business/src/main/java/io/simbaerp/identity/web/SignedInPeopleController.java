package io.simbaerp.identity.web;

import io.simbaerp.identity.session.EndSessionOfPerson;
import io.simbaerp.identity.session.SessionRow;
import io.simbaerp.identity.session.SessionsOfPeople;
import io.simbaerp.page.Toast;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the company's people are signed in; an administrator ends what should not go on. */
@Controller
@RequestMapping("/signed-in")
class SignedInPeopleController {

    /** The page. */
    record SignedInPage(List<SessionRow> sessions) {}

    private final SessionsOfPeople sessions;
    private final EndSessionOfPerson endSession;

    SignedInPeopleController(SessionsOfPeople sessions, EndSessionOfPerson endSession) {
        this.sessions = sessions;
        this.endSession = endSession;
    }

    @GetMapping
    ModelAndView page(HttpSession session) {
        return new ModelAndView("identity/signed-in")
                .addObject("page", new SignedInPage(sessions.all(session.getId())));
    }

    @PostMapping("/{name}/end")
    String end(@PathVariable String name, @RequestParam String login, RedirectAttributes flash) {
        endSession.end(login, name);
        flash.addFlashAttribute("toast", Toast.of("identity.session-ended"));
        return "redirect:/signed-in";
    }
}
