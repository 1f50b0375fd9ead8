package io.simbaerp.identity.admission.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.admission.FirstSignIn;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody new, with the code from their administrator, chooses a password. */
@Controller
@RequestMapping("/first-sign-in")
class FirstSignInController {

    private final FirstSignIn firstSignIn;
    private final RuleTexts texts;

    FirstSignInController(FirstSignIn firstSignIn, RuleTexts texts) {
        this.firstSignIn = firstSignIn;
        this.texts = texts;
    }

    @GetMapping
    String page() {
        return "identity/first-sign-in";
    }

    @PostMapping
    ModelAndView choose(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String password,
            RedirectAttributes flash) {
        try {
            firstSignIn.choose(code, password);
        } catch (RuleViolation refused) {
            ModelAndView again = new ModelAndView("identity/first-sign-in", HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
        flash.addFlashAttribute("toast", Toast.of("admission.password-chosen"));
        return new ModelAndView("redirect:/login");
    }
}
