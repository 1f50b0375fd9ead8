package io.simbaerp.ledger.proposal.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.bulk.EntryInput;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.ProposeEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposes entries above the company's limit for programs. */
@RestController
@RequestMapping("/api/v1/entry-proposals")
class EntryProposalResource {

    private static final int SHOWN = 200;

    private final EntryProposals proposals;
    private final ProposeEntry propose;
    private final NamedPeriods periods;
    private final Distributions distributions;
    private final BusinessDay businessDay;

    EntryProposalResource(
            EntryProposals proposals,
            ProposeEntry propose,
            NamedPeriods periods,
            Distributions distributions,
            BusinessDay businessDay) {
        this.distributions = distributions;
        this.proposals = proposals;
        this.propose = propose;
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /** A proposal and the entry it holds. */
    record ProposalJson(EntryProposals.Proposal proposal, JournalEntryDraft entry) {}

    @GetMapping
    List<EntryProposals.Proposal> newest() {
        return proposals.newest(SHOWN);
    }

    @GetMapping("/{id}")
    ProposalJson one(@PathVariable UUID id) {
        return new ProposalJson(proposals.byId(id), proposals.draft(id));
    }

    /** Proposes the entry; the same key with the same entry gives the first proposal again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProposalJson propose(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody EntryInput entry) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        EntryInput.Defaults defaults =
                new EntryInput.Defaults(businessDay.today(), day -> periods.of("", day), distributions::split);
        try {
            return one(propose.propose(entry.draft("rest " + key.strip(), defaults)));
        } catch (RuleViolation refused) {
            throw entry.asSent(refused, defaults);
        }
    }
}
