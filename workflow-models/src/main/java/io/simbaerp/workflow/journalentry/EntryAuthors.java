package io.simbaerp.workflow.journalentry;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.task.TaskFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who took a proposed entry upon themselves, and what tasks say of it. */
final class EntryAuthors {

    private EntryAuthors() {}

    /** Who proposed it, and who corrected it or sent it on later, and for whom. */
    static List<PriorAct> acts(EntryProposals.Proposal proposal, List<EntryProposals.Turn> turns) {
        return Stream.concat(
                        acts(proposal.proposedBy(), proposal.proposedFor(), proposal.proposedAt()),
                        turns.stream()
                                .filter(EntryProposals.Turn::isAuthorship)
                                .flatMap(turn -> acts(turn.madeBy(), turn.madeFor(), turn.madeAt())))
                .toList();
    }

    private static Stream<PriorAct> acts(String by, @Nullable String forWhom, Instant at) {
        return Stream.concat(
                PriorAct.of(by, PriorAct.Kind.PROPOSED_ENTRY, at),
                PriorAct.of(forWhom, PriorAct.Kind.PROPOSED_ENTRY, at));
    }

    static TaskFacts facts(EntryProposals.Proposal proposal, JournalEntryDraft draft) {
        return new TaskFacts(
                List.of(proposal.narration()),
                proposal.narration(),
                null,
                proposal.total(),
                proposal.contentHash(),
                draft.lines().stream()
                        .map(line -> new TaskFacts.ShownField(
                                line.side().name().equals("DEBIT") ? "ledger.debit" : "ledger.credit",
                                line.account() + ", " + line.amount()))
                        .toList());
    }
}
