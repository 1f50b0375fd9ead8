package io.simbaerp.party.cooloff.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.cooloff.SetCoolOff;
import io.simbaerp.party.cooloff.WaiveCoolOff;
import io.simbaerp.party.creation.SupplierCreations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether new suppliers are approved, how long new accounts wait, and letting one be paid to at once from the page of its partner. */
@Controller
@RequestMapping("/parties")
class CoolOffController {

    private final CoolOffs coolOffs;
    private final SetCoolOff setCoolOff;
    private final WaiveCoolOff waiveCoolOff;
    private final SupplierCreations creations;
    private final Permission permission;
    private final RuleTexts texts;

    CoolOffController(
            CoolOffs coolOffs,
            SetCoolOff setCoolOff,
            WaiveCoolOff waiveCoolOff,
            SupplierCreations creations,
            Permission permission,
            RuleTexts texts) {
        this.coolOffs = coolOffs;
        this.setCoolOff = setCoolOff;
        this.waiveCoolOff = waiveCoolOff;
        this.creations = creations;
        this.permission = permission;
        this.texts = texts;
    }

    /** What the page shows: as set, or as entered. */
    record DaysView(String firstDays, String changeDays, boolean approval, boolean maintained) {}

    @GetMapping("/cool-off")
    ModelAndView show() {
        CoolOffs.Days days = coolOffs.days();
        return page(String.valueOf(days.firstDays()), String.valueOf(days.changeDays()));
    }

    @PostMapping("/cool-off")
    ModelAndView set(
            @RequestParam(defaultValue = "") String firstDays,
            @RequestParam(defaultValue = "") String changeDays,
            RedirectAttributes answer) {
        try {
            setCoolOff.set(new CoolOffs.Days(days(firstDays), days(changeDays)));
            answer.addFlashAttribute("toast", Toast.of("party.cool-off-set"));
            return new ModelAndView("redirect:/parties/cool-off");
        } catch (RuleViolation refused) {
            ModelAndView page = page(firstDays, changeDays);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("problem", texts.problem(refused));
        }
    }

    @PostMapping("/{id}/accounts/{account}/waive-cool-off")
    String waive(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String comment,
            RedirectAttributes answer) {
        try {
            waiveCoolOff.waive(new PartyId(id), account, comment);
            answer.addFlashAttribute("toast", Toast.of("party.cool-off-waived"));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/parties/" + id;
    }

    /** What is no number is refused like one that is too large. */
    private static int days(String entered) {
        return entered.strip().matches("\\d{1,3}") ? Integer.parseInt(entered.strip()) : -1;
    }

    private ModelAndView page(String firstDays, String changeDays) {
        return new ModelAndView(
                "party/cool-off",
                "view",
                new DaysView(firstDays, changeDays, creations.isApprovalNeeded(), permission.has(Duty.ADMINISTER)));
    }
}
