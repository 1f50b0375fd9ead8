package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.closing.GeneralJournal;
import io.simbaerp.ledger.purpose.AccountPurpose;
import io.simbaerp.ledger.purpose.AccountPurposes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges what is to be settled and works out what the books must say of it. */
@Component
class SettlementPlanner {

    private static final int LONGEST_NARRATION = 300;

    private final OpenRests rests;
    private final AccountPurposes purposes;
    private final CurrentCompany currentCompany;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final ObjectProvider<OpenItems.Hold> holds;

    SettlementPlanner(
            OpenRests rests,
            AccountPurposes purposes,
            CurrentCompany currentCompany,
            CurrentActor currentActor,
            JdbcClient jdbc,
            ObjectProvider<OpenItems.Hold> holds) {
        this.rests = rests;
        this.purposes = purposes;
        this.currentCompany = currentCompany;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /**
     * What the settlement would do now.
     *
     * @throws RuleViolation settlement.nothing-chosen, settlement.item-twice, settlement.other-party,
     *     settlement.amount-not-positive, settlement.amount-unrounded, settlement.currency-differs,
     *     settlement.more-than-open, settlement.one-sided, settlement.unbalanced, settlement.currencies-mixed,
     *     settlement.part-too-small, settlement.no-general-journal, account-purpose.exchange-gain-missing,
     *     account-purpose.exchange-loss-missing
     * @throws Conflict settlement.item-ordered while a payment run that has not left yet holds one of the items
     */
    SettlementPlan plan(SettlementDraft draft) {
        List<Matching.Wanted> wanted = wanted(draft);
        List<Matching.Pair> pairs = Matching.of(wanted);
        SettlementEntry entry = new SettlementEntry(currentCompany.get().baseCurrency(), draft.partyId(), pairs);
        return new SettlementPlan(
                pairs.stream().map(SettlementPlan.Pair::of).toList(),
                entry.gain(),
                entry.loss(),
                entry.isEmpty() ? null : draftOf(draft, entry, wanted));
    }

    private List<Matching.Wanted> wanted(SettlementDraft draft) {
        if (draft.parts().isEmpty()) {
            throw new RuleViolation("settlement.nothing-chosen");
        }
        List<UUID> ids = draft.parts().stream().map(SettlementDraft.Part::item).toList();
        Map<UUID, ItemRest> items =
                rests.ofIds(ids).stream().collect(Collectors.toMap(ItemRest::id, Function.identity()));
        Set<UUID> seen = new HashSet<>();
        List<Matching.Wanted> wanted = new ArrayList<>();
        for (SettlementDraft.Part part : draft.parts()) {
            ItemRest item = items.get(part.item());
            if (item == null) {
                throw new NotFound("open-item", part.item());
            }
            check(draft, item, part);
            if (!seen.add(item.id())) {
                throw new RuleViolation("settlement.item-twice", String.valueOf(item.name()));
            }
            wanted.add(new Matching.Wanted(item, part.amount()));
        }
        requireNotOrdered(ids, items);
        wanted.sort(Comparator.comparing((Matching.Wanted one) -> one.item().dueDate())
                .thenComparing(one -> one.item().id()));
        return wanted;
    }

    private static void check(SettlementDraft draft, ItemRest item, SettlementDraft.Part part) {
        String name = String.valueOf(item.name());
        if (!item.partyId().equals(draft.partyId())) {
            throw new RuleViolation("settlement.other-party", name);
        }
        if (!part.amount().currency().equals(item.currency())) {
            throw new RuleViolation(
                    "settlement.currency-differs",
                    name,
                    item.currency(),
                    part.amount().currency());
        }
        if (part.amount().amount().signum() <= 0) {
            throw new RuleViolation("settlement.amount-not-positive", name);
        }
        if (part.amount().compareTo(part.amount().rounded()) != 0) {
            throw new RuleViolation("settlement.amount-unrounded", name, part.amount());
        }
        if (part.amount().compareTo(item.left()) > 0) {
            throw new RuleViolation("settlement.more-than-open", name, item.left());
        }
    }

    private void requireNotOrdered(List<UUID> ids, Map<UUID, ItemRest> items) {
        holds.orderedStream()
                .flatMap(hold -> hold.holders(ids).entrySet().stream())
                .filter(held -> !held.getValue().left())
                .findFirst()
                .ifPresent(held -> {
                    throw new Conflict(
                            "settlement.item-ordered",
                            String.valueOf(Objects.requireNonNull(items.get(held.getKey()))
                                    .name()),
                            held.getValue().name());
                });
    }

    private JournalEntryDraft draftOf(SettlementDraft draft, SettlementEntry entry, List<Matching.Wanted> wanted) {
        String gain = entry.gain().isZero() ? "" : purposes.account(AccountPurpose.EXCHANGE_GAIN);
        String loss = entry.loss().isZero() ? "" : purposes.account(AccountPurpose.EXCHANGE_LOSS);
        return new JournalEntryDraft(
                GeneralJournal.code(jdbc, currentActor.company()),
                draft.day(),
                draft.day(),
                draft.day(),
                draft.period(),
                EntryKind.ORDINARY,
                narration(draft, wanted),
                null,
                null,
                "settlement " + draft.idempotencyKey(),
                entry.lines(gain, loss));
    }

    /** The reason, or the numbers of what is settled. */
    private static String narration(SettlementDraft draft, List<Matching.Wanted> wanted) {
        String reason = draft.reason();
        String text = reason != null && !reason.isBlank()
                ? reason.strip()
                : wanted.stream()
                        .map(one -> String.valueOf(one.item().name()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return text.length() <= LONGEST_NARRATION ? text : text.substring(0, LONGEST_NARRATION - 1) + "…";
    }
}
