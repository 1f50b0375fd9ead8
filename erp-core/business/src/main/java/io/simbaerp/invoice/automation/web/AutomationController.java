package io.simbaerp.invoice.automation.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.automation.SwitchTouchless;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How often coding proposals were right, and the switch for each supplier. */
@Controller
@RequestMapping("/coding-proposals")
class AutomationController {

    private static final int UNPROCESSABLE = 422;

    private final AutomationPages pages;
    private final SwitchTouchless switchTouchless;
    private final Parties parties;
    private final RuleTexts texts;

    AutomationController(AutomationPages pages, SwitchTouchless switchTouchless, Parties parties, RuleTexts texts) {
        this.pages = pages;
        this.switchTouchless = switchTouchless;
        this.parties = parties;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("report", pages.page());
        return "invoice/coding-proposals";
    }

    @PostMapping("/{supplier}/touchless")
    String touchless(
            @PathVariable UUID supplier,
            @RequestParam boolean on,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        PartyId party = new PartyId(supplier);
        String name = parties.byId(party)
                .orElseThrow(() -> new NotFound("party", supplier))
                .name();
        try {
            switchTouchless.to(party, on);
        } catch (RuleViolation refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("problem", texts.problem(refused));
            return show(model);
        }
        answer.addFlashAttribute(
                "toast", Toast.of(on ? "invoice.automation.switched-on" : "invoice.automation.switched-off", name));
        return "redirect:/coding-proposals";
    }
}
