package io.simbaerp.identity.web;

import io.simbaerp.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. The chain itself takes the form's POST. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final boolean demo;

    SignInController(SignIn signIn, @Value("${simba.demo:false}") boolean demo) {
        this.signIn = signIn;
        this.demo = demo;
    }

    @GetMapping("/login")
    String page(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) @Nullable String wait,
            Model model) {
        if (!demo && !signIn.anybodyExists()) {
            return "redirect:/first-run";
        }
        model.addAttribute("demo", demo);
        model.addAttribute("refused", error != null);
        model.addAttribute("wait", wait == null ? null : waiting(wait));
        model.addAttribute("signedOut", out != null);
        return "identity/sign-in";
    }

    /** Minutes to wait, as the address says; it is only shown. */
    private static int waiting(String seconds) {
        return seconds.matches("\\d{1,6}") ? Math.max(1, (Integer.parseInt(seconds) + 59) / 60) : 1;
    }
}
