package io.simbaerp.ledger.entry.web;

import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an entry.
 *
 * @param total the sum of an entry that was judged and could be posted
 * @param divided the entry that was judged, where distributions make more lines of it than were typed
 * @param draftOf when the draft was kept that goes on here, if it is one
 * @param unkept whether the page keeps it as a draft by itself, since it came by a request and not by typing
 */
record EntryView(
        ManualEntryForm form,
        @Nullable Money total,
        @Nullable JournalEntryDraft divided,
        @Nullable Instant draftOf,
        boolean unkept) {

    static EntryView of(ManualEntryForm form) {
        return new EntryView(form.roomy(), null, null, null, false);
    }

    static EntryView resumed(ManualEntryForm form, Instant keptAt) {
        return new EntryView(form.roomy(), null, null, keptAt, false);
    }

    /** As it was sent: what stands in it is not kept yet. */
    static EntryView sent(ManualEntryForm form) {
        return new EntryView(form.roomy(), null, null, null, true);
    }

    static EntryView judged(ManualEntryForm form, Money total, JournalEntryDraft entry) {
        boolean asTyped = entry.lines().size() == form.filledLines().size();
        return new EntryView(form.roomy(), total, asTyped ? null : entry, null, true);
    }

    /**
     * What the form offers.
     *
     * @param currency the company's
     * @param like a figure as the reader writes them
     * @param latest what was posted last
     * @param drafts how many unfinished entries the reader has
     */
    record Books(
            String currency,
            String like,
            List<JournalEntries.JournalView> journals,
            List<AccountChoice> accounts,
            List<Choice> costCentres,
            List<Choice> vatCodes,
            List<Axes.Choice> axes,
            List<JournalEntries.EntryRow> latest,
            List<Choice> templates,
            int drafts) {

        /** Whether a line on this account names a party. */
        public boolean keepsParties(String code) {
            return accounts.stream().anyMatch(account -> account.code().equals(code) && account.control() != null);
        }

        /** The name of an account; nothing for none. */
        public String nameOf(String code) {
            return accounts.stream()
                    .filter(account -> account.code().equals(code))
                    .map(AccountChoice::name)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * An account as it is chosen.
     *
     * @param side where it usually grows
     * @param off why it can't be used, as a message key
     */
    record AccountChoice(
            String code,
            String name,
            String side,
            @Nullable String control,
            boolean costCentreRequired,
            @Nullable String off) {}

    /** A cost centre or VAT code as it is chosen. */
    record Choice(String code, String name, @Nullable String off) {}
}
