package io.simbaerp.ledger.allocation.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.allocation.SettleOpenItems;
import io.simbaerp.ledger.allocation.UndoSettlement;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Settling the open items of a party with each other, looking at a settlement, and taking it back. */
@Controller
@RequestMapping("/open-items")
class SettlementController {

    private final SettlementDesk desk;
    private final SettleOpenItems settle;
    private final UndoSettlement undo;
    private final RuleTexts texts;

    SettlementController(SettlementDesk desk, SettleOpenItems settle, UndoSettlement undo, RuleTexts texts) {
        this.desk = desk;
        this.settle = settle;
        this.undo = undo;
        this.texts = texts;
    }

    @GetMapping("/settle")
    ModelAndView choose(@RequestParam UUID partyId, @RequestParam(required = false) @Nullable UUID take) {
        return desk.page(partyId, desk.empty(take), null);
    }

    @PostMapping("/settle/preview")
    ModelAndView preview(@RequestParam UUID partyId, @RequestParam MultiValueMap<String, String> sent) {
        SettlementForm form = SettlementForm.of(sent);
        try {
            return desk.page(partyId, form, desk.plan(partyId, form));
        } catch (RuleViolation refused) {
            return again(partyId, form, refused);
        }
    }

    @PostMapping("/settle")
    ModelAndView settle(
            @RequestParam UUID partyId, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        SettlementForm form = SettlementForm.of(sent);
        try {
            UUID made = settle.settle(desk.draft(partyId, form));
            flash.addFlashAttribute("toast", Toast.of("settlement.made"));
            return new ModelAndView("redirect:/open-items/settlements/" + made);
        } catch (RuleViolation refused) {
            return again(partyId, form, refused);
        }
    }

    @GetMapping("/settlements/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return new ModelAndView("ledger/settlement", "view", desk.settlement(id));
    }

    @PostMapping("/settlements/{id}/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(name = "comment", defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            SettlementDesk.Dated dated = desk.dated(day);
            UUID made = undo.undo(id, dated.day(), dated.period(), reason);
            flash.addFlashAttribute("toast", Toast.of("settlement.undone"));
            return new ModelAndView("redirect:/open-items/settlements/" + made);
        } catch (RuleViolation refused) {
            ModelAndView again = new ModelAndView("ledger/settlement", "view", desk.settlement(id));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    private ModelAndView again(UUID partyId, SettlementForm form, RuleViolation refused) {
        ModelAndView page = desk.page(partyId, form, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }
}
