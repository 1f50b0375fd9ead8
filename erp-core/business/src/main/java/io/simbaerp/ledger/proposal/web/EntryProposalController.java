package io.simbaerp.ledger.proposal.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.WithdrawProposedEntry;
import io.simbaerp.money.Money;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entries above the limit: which wait, which came back or came to their end, and each as it is to be posted. */
@Controller
@RequestMapping("/ledger/proposals")
class EntryProposalController {

    private static final int SHOWN = 200;

    private final EntryProposals proposals;
    private final WithdrawProposedEntry withdraw;
    private final Permission permission;

    EntryProposalController(EntryProposals proposals, WithdrawProposedEntry withdraw, Permission permission) {
        this.proposals = proposals;
        this.withdraw = withdraw;
        this.permission = permission;
    }

    /** The newest of them. */
    record ProposalsView(
            List<EntryProposals.Proposal> proposals,
            @Nullable Money limit) {}

    /** One of them, what happened to it, and what its reader may do to it. */
    record ProposalView(
            EntryProposals.Proposal proposal,
            JournalEntryDraft draft,
            List<EntryProposals.Turn> turns,
            boolean correctable,
            boolean withdrawable) {}

    @GetMapping
    ModelAndView all() {
        return new ModelAndView(
                "ledger/proposals",
                "view",
                new ProposalsView(proposals.newest(SHOWN), proposals.limit().orElse(null)));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        EntryProposals.Proposal proposal = proposals.byId(id);
        boolean posts = permission.has(Duty.POST_JOURNAL_ENTRY);
        return new ModelAndView(
                "ledger/proposal",
                "view",
                new ProposalView(
                        proposal,
                        proposals.draft(id),
                        proposals.turns(id),
                        posts && proposal.state().isWithItsAuthor(),
                        posts && !proposal.state().isEnd() && proposals.isOwn(id)));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String comment,
            RedirectAttributes answer) {
        try {
            withdraw.withdraw(id, comment);
            answer.addFlashAttribute("toast", Toast.of("ledger.proposal-withdrawn"));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/ledger/proposals/" + id;
    }
}
