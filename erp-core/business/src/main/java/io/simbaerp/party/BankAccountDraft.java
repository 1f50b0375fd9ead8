package io.simbaerp.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank account as somebody proposes it.
 *
 * @param iban with or without spaces; 26 digits alone are a Polish account
 * @param documentId the document it was read from; if nothing is given, the source is whoever proposes it
 * @param whiteListRequest the identifier of the White List's answer that the account is the partner's, where no document says so
 */
public record BankAccountDraft(
        PartyId partyId,
        String iban,
        @Nullable UUID documentId,
        @Nullable String whiteListRequest) {

    public BankAccountDraft(PartyId partyId, String iban, @Nullable UUID documentId) {
        this(partyId, iban, documentId, null);
    }
}
