package io.simbaerp.ledger.proposal.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.bulk.EntryInput;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.ledger.proposal.CorrectProposedEntry;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.ledger.proposal.WithdrawProposedEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposes entries above the company's limit for programs, corrects what came back, and withdraws. */
@RestController
@RequestMapping("/api/v1/entry-proposals")
class EntryProposalResource {

    private static final int SHOWN = 200;

    private final EntryProposals proposals;
    private final Ways ways;
    private final NamedPeriods periods;
    private final Distributions distributions;
    private final BusinessDay businessDay;

    EntryProposalResource(
            EntryProposals proposals,
            Ways ways,
            NamedPeriods periods,
            Distributions distributions,
            BusinessDay businessDay) {
        this.distributions = distributions;
        this.proposals = proposals;
        this.ways = ways;
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /** What may be done with a proposal. */
    @Component
    record Ways(ProposeEntry propose, CorrectProposedEntry correct, WithdrawProposedEntry withdraw) {}

    /** A proposal, the entry it holds, and what happened to it. */
    record ProposalJson(EntryProposals.Proposal proposal, JournalEntryDraft entry, List<EntryProposals.Turn> turns) {}

    /** Why. */
    record ReasonJson(@Nullable String reason) {}

    @GetMapping
    List<EntryProposals.Proposal> newest() {
        return proposals.newest(SHOWN);
    }

    @GetMapping("/{id}")
    ProposalJson one(@PathVariable UUID id) {
        return new ProposalJson(proposals.byId(id), proposals.draft(id), proposals.turns(id));
    }

    /** Proposes the entry; the same key with the same entry gives the first proposal again. */
    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProposalJson propose(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody EntryInput entry) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        EntryInput.Defaults defaults = defaults();
        try {
            return one(ways.propose().propose(entry.draft("rest " + key.strip(), defaults)));
        } catch (RuleViolation refused) {
            throw entry.asSent(refused, defaults);
        }
    }

    /** Puts another entry in place of one that came back; approval is asked for it anew. */
    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PutMapping("/{id}")
    ProposalJson correct(@PathVariable UUID id, @RequestBody EntryInput entry) {
        // Whether there is such a proposal is said before what is wrong with the entry.
        proposals.byId(id);
        EntryInput.Defaults defaults = defaults();
        try {
            ways.correct().correct(id, entry.draft("proposal " + id, defaults));
            return one(id);
        } catch (RuleViolation refused) {
            throw entry.asSent(refused, defaults);
        }
    }

    @PostMapping("/{id}/withdraw")
    ProposalJson withdraw(@PathVariable UUID id, @RequestBody ReasonJson why) {
        ways.withdraw().withdraw(id, why.reason());
        return one(id);
    }

    private EntryInput.Defaults defaults() {
        return new EntryInput.Defaults(businessDay.today(), day -> periods.of("", day), distributions::split);
    }
}
