package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.PostJournalEntry.Outcome;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.vat.VatOfEntries;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a file of entries by all rules of posting and keeps nothing of it: what is looked at before it is sent. */
@Query(Duty.POST_JOURNAL_ENTRY)
public class CheckEntries {

    private static final int AT_ONCE = 1000;

    private final UploadEntries.EntryFiles files;
    private final PostUploadedChunk.Inputs inputs;
    private final PostJournalEntry.Preview preview;
    private final VatOfEntries vat;

    CheckEntries(
            UploadEntries.EntryFiles files,
            PostUploadedChunk.Inputs inputs,
            PostJournalEntry.Preview preview,
            VatOfEntries vat) {
        this.files = files;
        this.inputs = inputs;
        this.preview = preview;
        this.vat = vat;
    }

    /**
     * What uploading the file would do now.
     *
     * @param sound entries that would be posted
     * @param debits and credits of these
     * @param repeated entries that stand in the books already
     */
    public record Checked(
            int entries, int sound, Money debits, Money credits, int repeated, List<EntryUploads.Refused> refused) {}

    /** @throws RuleViolation what bringing the file would refuse it by */
    public Checked check(byte[] file) {
        List<EntryFile.Item> items = files.read(file);
        Tally tally = new Tally(Money.zero(files.company().get().baseCurrency()));
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            chunk(items.subList(from, Math.min(items.size(), from + AT_ONCE)), tally);
        }
        return tally.of(items.size());
    }

    private void chunk(List<EntryFile.Item> items, Tally tally) {
        EntryInput.Defaults defaults = inputs.defaults();
        List<EntryFile.Item> readable = new ArrayList<>();
        List<JournalEntryDraft> drafts = new ArrayList<>();
        for (EntryFile.Item item : items) {
            EntryInput input = item.input();
            RuleViolation refusal = item.refusal();
            try {
                if (input != null) {
                    drafts.add(input.draft("file " + item.key(), defaults));
                    readable.add(item);
                }
            } catch (RuleViolation refused) {
                refusal = refused;
            }
            tally.refuse(item, refusal);
        }
        List<Outcome> outcomes = preview.of(drafts);
        for (int at = 0; at < drafts.size(); at++) {
            judge(readable.get(at), drafts.get(at), outcomes.get(at), defaults, tally);
        }
    }

    private void judge(
            EntryFile.Item item, JournalEntryDraft draft, Outcome outcome, EntryInput.Defaults defaults, Tally tally) {
        RuleViolation refusal = outcome.refusal();
        try {
            if (refusal == null && !outcome.repeated()) {
                vat.judge(draft);
            }
        } catch (RuleViolation refused) {
            refusal = refused;
        }
        EntryInput input = item.input();
        if (refusal != null) {
            tally.refuse(item, input == null ? refusal : input.asSent(refusal, defaults));
        } else if (outcome.repeated()) {
            tally.repeated++;
        } else {
            tally.add(draft);
        }
    }

    /** What has been counted so far. */
    private static final class Tally {

        private final List<EntryUploads.Refused> refused = new ArrayList<>();
        private int sound;
        private int repeated;
        private Money debits;
        private Money credits;

        Tally(Money nothing) {
            debits = nothing;
            credits = nothing;
        }

        void refuse(EntryFile.Item item, @Nullable RuleViolation refusal) {
            if (refusal != null) {
                refused.add(EntryUploads.Refused.of(item.rows(), item.key().isEmpty() ? null : item.key(), refusal));
            }
        }

        void add(JournalEntryDraft draft) {
            sound++;
            for (LineDraft line : draft.lines()) {
                debits = line.side() == Side.DEBIT ? debits.plus(line.amount()) : debits;
                credits = line.side() == Side.CREDIT ? credits.plus(line.amount()) : credits;
            }
        }

        Checked of(int entries) {
            return new Checked(entries, sound, debits, credits, repeated, refused);
        }
    }
}
