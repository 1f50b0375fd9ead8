package io.simbaerp.party.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyId;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An account as somebody types it, with what says that it is the partner's. */
record AccountForm(
        @Nullable String iban,
        @Nullable String document,
        @Nullable String whiteList) {

    /** An id alone, or the address of the document's page, as copied from the browser. */
    private static final Pattern DOCUMENT =
            Pattern.compile("(?:.*/documents/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#].*)?");

    /** @throws RuleViolation bank-account.document-unreadable */
    BankAccountDraft draft(PartyId party) {
        return new BankAccountDraft(party, orEmpty(iban), documentId(), whiteList);
    }

    PartyPage.Entered entered() {
        return new PartyPage.Entered(orEmpty(iban), orEmpty(document), orEmpty(whiteList));
    }

    private @Nullable UUID documentId() {
        String text = orEmpty(document).strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher named = DOCUMENT.matcher(text);
        if (!named.matches()) {
            throw RuleViolation.ofField("document", "bank-account.document-unreadable", text);
        }
        return UUID.fromString(named.group(1));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
