package io.simbaerp.ledger.vat;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.PostJournalEntry.Outcome;
import io.simbaerp.ledger.proposal.ApprovedEntries;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Puts an entry by hand into the books and what it says of VAT into the register, both or neither. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostEntryByHand {

    private final PostJournalEntry post;
    private final VatOfEntries vat;
    private final ApprovedEntries approved;

    PostEntryByHand(PostJournalEntry post, VatOfEntries vat, ApprovedEntries approved) {
        this.post = post;
        this.vat = vat;
        this.approved = approved;
    }

    /**
     * Posts the entry, or gives the first result again for a key that was used with the same input.
     *
     * @throws RuleViolation journal-entry.vat-code-unknown, vat-register.period-locked,
     *     vat-register.deductible-exceeds-tax, journal-entry.approval-needed, and whatever posting refuses
     */
    public JournalEntryId post(JournalEntryDraft draft) {
        approved.require(draft);
        JournalEntryId posted = post.post(draft);
        vat.register(draft);
        return posted;
    }

    /** Judges an entry by all the rules of posting and writes nothing. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private final PostJournalEntry.Preview preview;
        private final VatOfEntries vat;

        Preview(PostJournalEntry.Preview preview, VatOfEntries vat) {
            this.preview = preview;
            this.vat = vat;
        }

        /**
         * The sum of its debits, if the entry could be posted now.
         *
         * @throws RuleViolation what posting would refuse it by
         */
        public Money total(JournalEntryDraft draft) {
            Money total = preview.total(draft);
            vat.judge(draft);
            return total;
        }

        /** By which rule it would be refused now; nothing if it could be posted. */
        public Optional<RuleViolation> refusal(JournalEntryDraft draft) {
            Optional<RuleViolation> refusal = preview.refusal(draft);
            if (refusal.isPresent()) {
                return refusal;
            }
            try {
                vat.judge(draft);
                return Optional.empty();
            } catch (RuleViolation refused) {
                return Optional.of(refused);
            }
        }
    }

    /** Posts many entries by hand at once: what is refused is left out, the others stand with their rows. */
    @UseCase(Duty.POST_JOURNAL_ENTRY)
    public static class Batch {

        private final PostJournalEntry.Batch batch;
        private final VatOfEntries vat;
        private final ApprovedEntries approved;

        Batch(PostJournalEntry.Batch batch, VatOfEntries vat, ApprovedEntries approved) {
            this.batch = batch;
            this.vat = vat;
            this.approved = approved;
        }

        /**
         * What came of each, in their order.
         *
         * @param id what they came in by, told in the trail
         */
        public List<Outcome> post(UUID id, List<JournalEntryDraft> drafts) {
            Map<Integer, Outcome> refused = new HashMap<>();
            List<JournalEntryDraft> sound = new ArrayList<>();
            Consumer<JournalEntryDraft> approval = approved.judge();
            for (int at = 0; at < drafts.size(); at++) {
                try {
                    approval.accept(drafts.get(at));
                    vat.judge(drafts.get(at));
                    sound.add(drafts.get(at));
                } catch (RuleViolation refusal) {
                    refused.put(at, Outcome.of(refusal));
                }
            }
            List<Outcome> posted = batch.post(id, sound);
            for (int at = 0; at < sound.size(); at++) {
                JournalEntryId entry = posted.get(at).entryId();
                if (entry != null && !posted.get(at).repeated()) {
                    vat.registerNew(sound.get(at));
                }
            }
            Iterator<Outcome> others = posted.iterator();
            List<Outcome> all = new ArrayList<>();
            for (int at = 0; at < drafts.size(); at++) {
                Outcome refusal = refused.get(at);
                all.add(refusal == null ? others.next() : refusal);
            }
            return all;
        }
    }
}
