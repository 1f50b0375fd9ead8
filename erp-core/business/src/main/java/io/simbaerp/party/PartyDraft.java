package io.simbaerp.party;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business partner as somebody enters it.
 *
 * @param taxIds as people write them; the first is the one shown
 * @param documentId the document it was read from, such as the first invoice of a supplier
 */
public record PartyDraft(
        String name,
        List<String> taxIds,
        Address address,
        boolean supplier,
        boolean customer,
        @Nullable UUID documentId) {

    /** As somebody entered it by hand. */
    public PartyDraft(String name, List<String> taxIds, Address address, boolean supplier, boolean customer) {
        this(name, taxIds, address, supplier, customer, null);
    }

    /** The same, read from a document. */
    public PartyDraft from(UUID document) {
        return new PartyDraft(name, taxIds, address, supplier, customer, document);
    }
}
