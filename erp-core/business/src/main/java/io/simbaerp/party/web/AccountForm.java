package io.simbaerp.party.web;

import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.creation.EvidenceAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account as somebody types it, with what says that it is the partner's. */
record AccountForm(
        @Nullable String iban,
        @Nullable String document,
        @Nullable String whiteList) {

    /** @throws io.simbaerp.architecture.RuleViolation bank-account.document-unreadable */
    BankAccountDraft draft(PartyId party) {
        return new BankAccountDraft(party, orEmpty(iban), EvidenceAddress.documentId(document), whiteList);
    }

    PartyPage.Entered entered() {
        return new PartyPage.Entered(orEmpty(iban), orEmpty(document), orEmpty(whiteList));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
