package io.simbaerp.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank account as somebody proposes it.
 *
 * @param iban with or without spaces; 26 digits alone are a Polish account
 * @param documentId the document it was read from; if nothing is given, the source is whoever proposes it
 */
public record BankAccountDraft(
        PartyId partyId, String iban, @Nullable UUID documentId) {}
