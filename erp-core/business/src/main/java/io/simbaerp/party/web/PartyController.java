package io.simbaerp.party.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.RegisterParty;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of parties, a party, and the form that adds or changes one. */
@Controller
@RequestMapping("/parties")
class PartyController {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Parties parties;
    private final RegisterParty registerParty;
    private final ChangeParty changeParty;
    private final Permission permission;
    private final RuleTexts texts;
    private final PartyPages pages;

    PartyController(
            Parties parties,
            RegisterParty registerParty,
            ChangeParty changeParty,
            Permission permission,
            RuleTexts texts,
            PartyPages pages) {
        this.parties = parties;
        this.registerParty = registerParty;
        this.changeParty = changeParty;
        this.permission = permission;
        this.texts = texts;
        this.pages = pages;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute(
                "parties",
                new PartyList(pages.lists().page(PartyListing.KEY, asked), permission.has(Duty.MAINTAIN_PARTY)));
        return "party/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("party", pages.of(existing(id)));
        return "party/party";
    }

    @GetMapping("/new")
    String add(Model model) {
        permission.require(Duty.MAINTAIN_PARTY);
        model.addAttribute("form", PartyForm.empty());
        return "party/form";
    }

    @PostMapping("/new")
    String register(
            @ModelAttribute PartyForm form, Model model, HttpServletResponse response, RedirectAttributes answer) {
        try {
            PartyId id = registerParty.register(form.draft());
            answer.addFlashAttribute("toast", Toast.of("party.registered", form.nameOrEmpty()));
            return "redirect:/parties/" + id;
        } catch (RuleViolation refused) {
            return again(form, refused, model, response);
        }
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        permission.require(Duty.MAINTAIN_PARTY);
        model.addAttribute("form", PartyForm.of(existing(id)));
        return "party/form";
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable UUID id,
            @ModelAttribute PartyForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        PartyForm entered = form.of(id);
        try {
            changeParty.change(new PartyId(id), entered.versionOrZero(), entered.draft());
            answer.addFlashAttribute("toast", Toast.of("party.changed", entered.nameOrEmpty()));
            return "redirect:/parties/" + id;
        } catch (Conflict stale) {
            PartyView present = existing(id);
            model.addAttribute("now", PartyForm.of(present));
            return again(entered.over(present), stale, model, response);
        } catch (RuleViolation refused) {
            return again(entered, refused, model, response);
        }
    }

    private String again(PartyForm form, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(refused instanceof Conflict ? CONFLICT : UNPROCESSABLE);
        model.addAttribute("form", form);
        model.addAttribute("problem", texts.problem(refused));
        return "party/form";
    }

    private PartyView existing(UUID id) {
        return parties.byId(new PartyId(id)).orElseThrow(() -> new NotFound("party", id));
    }
}
