package io.simbaerp.party.creation;

import io.simbaerp.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposed supplier as somebody decides about it.
 *
 * @param authors everybody who proposed or changed it, and for whom, as text of actors
 * @param proofDocument the document that proves its data, if whoever reads may see it
 * @param proven whether a document or a reference proves its data, even one hidden from the reader
 * @param proofReference what proves its data where no document of ours does, such as the number of an extract
 * @param note why it was returned, refused or withdrawn
 * @param hash the fingerprint of what it is now, to which its approval is bound
 */
public record SupplierCreation(
        PartyId party,
        String name,
        CreationState state,
        String proposedBy,
        Instant proposedAt,
        List<String> authors,
        @Nullable UUID proofDocument,
        boolean proven,
        @Nullable String proofReference,
        @Nullable String note,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        String hash) {

    public SupplierCreation {
        authors = List.copyOf(authors);
    }
}
