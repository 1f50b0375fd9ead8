package io.simbaerp.ledger.proposal.web;

import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Entries above the limit: which wait, which were posted or rejected, and each as it is to be posted. */
@Controller
@RequestMapping("/ledger/proposals")
class EntryProposalController {

    private static final int SHOWN = 200;

    private final EntryProposals proposals;

    EntryProposalController(EntryProposals proposals) {
        this.proposals = proposals;
    }

    /** The newest of them. */
    record ProposalsView(
            List<EntryProposals.Proposal> proposals,
            @Nullable Money limit) {}

    /** One of them. */
    record ProposalView(EntryProposals.Proposal proposal, JournalEntryDraft draft) {}

    @GetMapping
    ModelAndView all() {
        return new ModelAndView(
                "ledger/proposals",
                "view",
                new ProposalsView(proposals.newest(SHOWN), proposals.limit().orElse(null)));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return new ModelAndView("ledger/proposal", "view", new ProposalView(proposals.byId(id), proposals.draft(id)));
    }
}
