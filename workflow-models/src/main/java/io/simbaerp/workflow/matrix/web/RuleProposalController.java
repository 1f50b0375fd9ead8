package io.simbaerp.workflow.matrix.web;

import io.simbaerp.approval.proposal.DismissRuleProposal;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.workflow.engine.gate.DeploymentRefused;
import io.simbaerp.workflow.matrix.ProposeRow;
import java.time.LocalDate;
import java.util.List;
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

/** What people who were asked wrongly propose, and the draft of the row that would put it right. */
@Controller
@RequestMapping("/rule-proposals")
class RuleProposalController {

    private final RuleProposalPages pages;
    private final ProposeRow proposeRow;
    private final DismissRuleProposal dismiss;
    private final RuleTexts texts;

    RuleProposalController(
            RuleProposalPages pages, ProposeRow proposeRow, DismissRuleProposal dismiss, RuleTexts texts) {
        this.pages = pages;
        this.proposeRow = proposeRow;
        this.dismiss = dismiss;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView all() {
        return new ModelAndView("workflow/rule-proposals").addObject("page", pages.list());
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return new ModelAndView("workflow/rule-proposal").addObject("page", pages.one(id));
    }

    @PostMapping("/{id}/accept")
    ModelAndView accept(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate effectiveFrom,
            RedirectAttributes flash) {
        try {
            UUID version = proposeRow.propose(
                    id, new ProposeRow.Cells(cells(fields.get("in")), cells(fields.get("out")), reason, effectiveFrom));
            flash.addFlashAttribute("toast", Toast.of("workflow.model-proposed"));
            return new ModelAndView("redirect:/models/" + version);
        } catch (DeploymentRefused refused) {
            return refused(id, new RuleViolation("rule-proposal.gate-refused"));
        } catch (RuleViolation refused) {
            return refused(id, refused);
        }
    }

    @PostMapping("/{id}/dismiss")
    ModelAndView dismiss(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes flash) {
        try {
            dismiss.dismiss(id, comment);
        } catch (RuleViolation refused) {
            return refused(id, refused);
        }
        flash.addFlashAttribute("toast", Toast.of("rule-proposal.dismissed"));
        return new ModelAndView("redirect:/rule-proposals");
    }

    private ModelAndView refused(UUID id, RuleViolation refused) {
        ModelAndView again = one(id);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    /** A cell may hold commas: each field is one. */
    private static @Nullable List<String> cells(@Nullable List<String> cells) {
        return cells == null ? null : cells.stream().map(String::strip).toList();
    }
}
