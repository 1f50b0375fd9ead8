package io.simbaerp.invoice.registration;

import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Who a person says the supplier is.
 *
 * @param existing one of our parties; nothing if it is to be taken in
 * @param draft as it is to be taken in; nothing for the way the invoice states it
 */
public record SupplierChoice(
        @Nullable PartyId existing, @Nullable PartyDraft draft) {

    /** To be taken in as the invoice states it. */
    public static final SupplierChoice AS_STATED = new SupplierChoice(null, null);
}
